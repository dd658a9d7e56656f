/** Pages that show how things stand: work, plans, duties. They change nothing but through the rooms they show. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "organisation",
            "deadline",
            "audit",
            "batch",
            "request",
            "document",
            "plan",
            "report",
            "assignment",
            "worklist",
            "notification",
            "followup",
            "engine",
            "web",
            "guide",
            "identity"
        })
package vn.plancascade.monitoring;
