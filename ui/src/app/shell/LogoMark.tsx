// The shop's mark, the same drawing that is the icon of the window.
export function LogoMark() {
  return <img src={`${import.meta.env.BASE_URL}favicon.svg`} width={32} height={32} alt="" />;
}
