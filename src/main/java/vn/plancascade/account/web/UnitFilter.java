package vn.plancascade.account.web;

import org.springframework.web.util.UriComponentsBuilder;
import vn.plancascade.organisation.UnitKind;

/**
 * What the tree of units is cut to; null means any.
 *
 * @param below a unit whose own units are shown
 */
record UnitFilter(String text, UnitKind kind, String province, String below) {

    /** The address of a page of the same list, counted from 0. */
    String address(int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/units").queryParam("page", page);
        add(address, "q", text);
        add(address, "kind", kind);
        add(address, "province", province);
        add(address, "below", below);
        return address.build().encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
