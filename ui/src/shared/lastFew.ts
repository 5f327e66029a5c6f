// From how many down the stock itself is worth saying, wherever a product or a line is shown.
export const LAST_FEW = 5;
