"""The plan: its steps, their order, their weeks, and the reasons for them."""
