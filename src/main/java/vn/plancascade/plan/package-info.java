/** The national plan, its cascade, and the units' sub-plans. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "engine",
            "organisation",
            "deadline",
            "document",
            "notification",
            "worklist",
            "identity",
            "web"
        })
package vn.plancascade.plan;
