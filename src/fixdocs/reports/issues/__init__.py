"""《服务流程问题清单》: the issues by priority."""
