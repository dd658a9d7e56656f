package vn.plancascade.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.PlainText;

/**
 * What came with a request: parameters of the address and of a form, and files.
 *
 * @param names of all of them
 */
record SentParameters(Set<String> names, MultiValueMap<String, MultipartFile> files) {

    static SentParameters of(HttpServletRequest request) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultiValueMap<String, MultipartFile> files =
                parts == null ? new LinkedMultiValueMap<>() : parts.getMultiFileMap();
        Set<String> names = new LinkedHashSet<>(request.getParameterMap().keySet());
        names.addAll(files.keySet());
        return new SentParameters(names, files);
    }

    /** @throws InvalidInput if a file has a name that no text holds */
    void checkFileNames() {
        files.forEach((name, sent) -> sent.forEach(file -> {
            if (PlainText.isBroken(file.getOriginalFilename())) {
                throw new InvalidInput(name, "controlCharacter");
            }
        }));
    }
}
