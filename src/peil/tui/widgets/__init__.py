"""Widgets that draw what a result says: iceberg, topics, curve."""
