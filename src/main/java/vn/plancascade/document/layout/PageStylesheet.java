package vn.plancascade.document.layout;

/** The rules for whole pages: their size and margins, and what stands at their heads and feet. */
final class PageStylesheet {

    private PageStylesheet() {}

    /**
     * @param has whether there is a header, a footer, and each of them for the first page
     * @param first whether the first page has its own
     */
    static String of(Styles.Page page, boolean[] has, boolean first) {
        StringBuilder css = new StringBuilder(
                "body{margin:0;font-family:'Times New Roman','DejaVu Sans';word-wrap:break-word}p{margin:0;padding:0;widows:2;orphans:2}"
                        + "table{border-collapse:collapse;-fs-table-paginate:paginate;margin:0}td,th{padding:0;font-weight:normal;text-align:left;vertical-align:top}"
                        + "tr.whole{page-break-inside:avoid}.page:before{content:counter(page)}.pages:before{content:counter(pages)}"
                        + ".top{position:running(top)}.bottom{position:running(bottom)}"
                        + ".top-first{position:running(top-first)}.bottom-first{position:running(bottom-first)}");
        css.append(Css.format(
                "@page{size:%.2fpt %.2fpt;margin:%.2fpt %.2fpt %.2fpt %.2fpt;",
                page.width(), page.height(), page.top(), page.right(), page.bottom(), page.left()));
        css.append(box("top", has[0], page)).append(box("bottom", has[1], page)).append('}');
        if (first) {
            css.append("@page :first{")
                    .append(
                            has[2]
                                    ? box("top", true, page).replace("(top)", "(top-first)")
                                    : "@top-center{content:none}")
                    .append(
                            has[3]
                                    ? box("bottom", true, page).replace("(bottom)", "(bottom-first)")
                                    : "@bottom-center{content:none}")
                    .append('}');
        }
        return css.toString();
    }

    private static String box(String side, boolean has, Styles.Page page) {
        if (!has) {
            return "";
        }
        return side.equals("top")
                ? Css.format("@top-center{content:element(top);vertical-align:top;padding-top:%.2fpt}", page.header())
                : "@bottom-center{content:element(bottom);vertical-align:top}";
    }
}
