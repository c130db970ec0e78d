"""《方案评估报告》: which alternative, and how firm the choice is."""
