/** Words that every limit and price may have beside it, folded. */
export const NEUTRAL =
  /^(?:delivery|delivered|receipt|receiving|arrival|refund|unworn|unused|unopened|new|original|condition|packaging|entrega|recepcion|recibirlo|recibes|reembolso|usar|estrenar|embalaje|calendar|naturales|consecutive|piece|person|unit|each|pieza|unidad|persona|bulto|window|period|policy|legal|limited|plazo)$/;
