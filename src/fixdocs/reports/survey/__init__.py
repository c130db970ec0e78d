"""《现状流程调研报告》: how the process runs today."""
