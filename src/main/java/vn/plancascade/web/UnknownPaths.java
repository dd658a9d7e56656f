package vn.plancascade.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Requests that reach nobody, since nothing answers to the address or there is too much in them: a page for people, where
 * Spring Boot would hand problem details to a browser too, and problem details for programs.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnknownPaths {

    private static final String BROKEN = "A form with files that cannot be read";

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        MaxUploadSizeExceededException.class,
        MultipartException.class
    })
    Object unknown(Exception unknown, HttpServletRequest request) {
        ErrorResponse answer = unknown instanceof ErrorResponse known
                ? known
                : ErrorResponse.create(unknown, HttpStatus.BAD_REQUEST, BROKEN);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("text/html")) {
            return PageProblems.page(answer.getStatusCode(), null);
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
