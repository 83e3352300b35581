/** The sign of the product: the sun over an open book. */
export function Emblem({ size = 36 }: { size?: number }) {
  return <img className="emblem" src="/icon.svg" width={size} height={size} alt="" />;
}
