/** The guides for users, as the product serves them, and which part of them explains which page. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "organisation", "web"})
package vn.plancascade.guide;
