/** What all pages and interfaces share: the user's language, and how problems are told. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"database", "kernel"})
package vn.plancascade.web;
