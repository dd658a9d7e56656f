package vn.plancascade.kernel;

/**
 * Which page of a list is asked for.
 *
 * @param page from 0
 * @param size items a page, 1 to {@value #MAX_SIZE}
 */
public record PageRequest(int page, int size) {

    public static final int MAX_SIZE = 2000;
    public static final int DEFAULT_SIZE = 50;

    public PageRequest {
        if (page < 0) {
            throw new InvalidInput("page", "page.negative");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidInput("size", "page.size", MAX_SIZE);
        }
    }

    /** The page asked for, with the defaults where a value is missing. */
    public static PageRequest of(Integer page, Integer size) {
        return new PageRequest(page == null ? 0 : page, size == null ? DEFAULT_SIZE : size);
    }

    public long offset() {
        return (long) page * size;
    }
}
