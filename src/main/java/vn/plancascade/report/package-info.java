/** The units' reports of each period, and how they are summed up the tree to the ministry's own. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "engine",
            "organisation",
            "deadline",
            "document",
            "worklist",
            "notification",
            "identity",
            "plan",
            "web"
        })
package vn.plancascade.report;
