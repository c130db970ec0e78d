"""《服务流程改进方案说明书》: measures, the flow to be, delivery and value."""
