/** How problems are told over HTTP, in the user's language. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
package vn.plancascade.web;
