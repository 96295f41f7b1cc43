"""What leaves Peil: the action list, and the JSON that scripts rely on."""
