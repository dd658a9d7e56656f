/** People's accounts: the first administrator, invitations, resets, and who may change whom. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "organisation", "identity", "notification", "web"})
package vn.plancascade.account;
