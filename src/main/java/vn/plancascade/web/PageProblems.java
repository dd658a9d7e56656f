package vn.plancascade.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.DatabaseRefusal;

/** Problems on a page, in the user's language; nothing of a fault of ours is told but that there was one. */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    private final Texts texts;
    private final RefusedRequests refused;

    PageProblems(Texts texts, RefusedRequests refused) {
        this.texts = texts;
        this.refused = refused;
    }

    @ExceptionHandler
    ModelAndView business(BusinessProblem problem) {
        return page(ProblemHandler.statusOf(problem), texts.of(problem.main()));
    }

    /** An address that names nothing is not found; a filter of the wrong shape is a bad request. */
    @ExceptionHandler
    ModelAndView wrongParameter(MethodArgumentTypeMismatchException wrong) {
        boolean inPath = wrong.getParameter().hasParameterAnnotation(PathVariable.class);
        return page(inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, null);
    }

    @ExceptionHandler
    ModelAndView unknownParameter(UnknownParameter unknown) {
        return page(HttpStatus.BAD_REQUEST, texts.of("problem.parameter.unknown", unknown.name()));
    }

    /** Also on the way to the page of an error, which is for programs too where they ask for no page. */
    @ExceptionHandler
    ModelAndView rejected(RequestRejectedException rejected, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (RefusedRequests.wantsPage(request)) {
            return page(HttpStatus.BAD_REQUEST, null);
        }
        refused.problem(request, response, HttpStatus.BAD_REQUEST);
        return null;
    }

    @ExceptionHandler
    ModelAndView wrongFilter(BindException wrong) {
        return page(HttpStatus.BAD_REQUEST, null);
    }

    @ExceptionHandler
    ModelAndView fault(Exception fault, HttpServletResponse response) throws Exception {
        if (fault instanceof AccessDeniedException || fault instanceof AuthenticationException) {
            throw fault;
        }
        if (fault instanceof ErrorResponse answer) {
            return page(answer.getStatusCode(), null);
        }
        Optional<DatabaseRefusal> refusal = DatabaseRefusal.of(fault);
        if (refusal.filter(DatabaseRefusal.AWAY::equals).isPresent()) {
            throw fault;
        }
        if (refusal.isPresent()) {
            LOG.warn(
                    "The database refused a page: {} ({})",
                    refusal.get(),
                    fault.getClass().getSimpleName());
            if (refusal.get() == DatabaseRefusal.TOO_SLOW) {
                response.setHeader(HttpHeaders.RETRY_AFTER, ProblemHandler.AGAIN_AFTER_SECONDS);
            }
            return page(
                    ProblemHandler.statusOf(refusal.get()),
                    texts.of("problem." + ProblemHandler.codeOf(refusal.get())));
        }
        LOG.error("A page failed", fault);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, texts.of("problem.fault"));
    }

    /** @param problem the sentence that says what is wrong; null for the page's own, which goes by the status */
    static ModelAndView page(HttpStatusCode status, String problem) {
        ModelAndView page = new ModelAndView("error", HttpStatus.valueOf(status.value()));
        page.addObject("status", status.value());
        page.addObject("problem", problem);
        return page;
    }
}
