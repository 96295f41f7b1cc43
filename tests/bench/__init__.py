"""The bench: every figure as a ratio to a floor measured in the same run.

python -m tests.bench            all of it, as one Markdown table
python -m tests.bench start keys only these parts
"""
