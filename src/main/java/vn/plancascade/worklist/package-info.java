/** The task list: which work waits for whom, its drafts, and the one way in which any user task is completed. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "organisation",
            "deadline",
            "document",
            "engine",
            "identity",
            "web",
            "guide"
        })
package vn.plancascade.worklist;
