"""《根因分析报告》: from each core issue to its root causes."""
