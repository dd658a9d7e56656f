/** What every room shares and none owns: problems told to a user, the product's zone, pages of lists. */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package vn.plancascade.kernel;
