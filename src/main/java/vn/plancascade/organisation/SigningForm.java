package vn.plancascade.organisation;

/** In what capacity somebody signs for a head (Nghị định 30/2020/NĐ-CP, Article 13). */
public enum SigningForm {
    /** Ký thay: a deputy, for an assigned field or a dated absence. */
    KT,
    /** Thừa lệnh: the head of a constituent unit, by order. */
    TL,
    /** Thừa ủy quyền: the head of a constituent unit, by a written delegation limited in time, not passed on. */
    TUQ
}
