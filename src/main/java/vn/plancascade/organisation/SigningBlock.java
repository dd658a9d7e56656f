package vn.plancascade.organisation;

import java.util.List;

/**
 * What stands above a signature.
 *
 * @param lines such as {@code KT. GIÁM ĐỐC} and {@code PHÓ GIÁM ĐỐC}
 * @param form null where the head signs in person
 * @param signedFor login of the head in whose place it is signed, or null
 */
public record SigningBlock(List<String> lines, SigningForm form, String signedFor) {}
