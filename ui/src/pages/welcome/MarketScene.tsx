// A market stall under the awning of the shop's mark, drawn for the first start. Decoration only.
import classes from "./MarketScene.module.css";

const STRIPES = 7;
const STRIPE_WIDTH = 60;
const AWNING_LEFT = 70;

export function MarketScene() {
  return (
    <svg viewBox="0 6 560 500" className={classes.scene} focusable="false">
      <circle cx="280" cy="250" r="236" fill="var(--sky)" />
      <clipPath id="market-sky">
        <circle cx="280" cy="250" r="236" />
      </clipPath>
      <path clipPath="url(#market-sky)" d="M40 332q106-92 194-40q70-72 158-10q76-26 138 36v140H40z" fill="var(--hill)" />
      <ellipse cx="280" cy="462" rx="250" ry="34" fill="var(--ground)" />
      <Lanterns />
      <Stall />
      <Awning />
      <Goods />
      <Sack />
    </svg>
  );
}

function Lanterns() {
  const lanterns = [
    { x: 96, y: 36 },
    { x: 190, y: 54 },
    { x: 370, y: 54 },
    { x: 464, y: 36 },
  ];
  return (
    <g>
      <path d="M40 20q240 80 480 0" fill="none" stroke="var(--line)" strokeWidth="3" />
      {lanterns.map(({ x, y }) => (
        <g key={x} className={classes.lantern}>
          <path d={`M${x} ${y - 6}v10`} stroke="var(--line)" strokeWidth="3" />
          <rect x={x - 15} y={y + 3} width="30" height="34" rx="13" fill="var(--glow)" />
          <path d={`M${x - 9} ${y + 4}h18M${x - 9} ${y + 36}h18`} stroke="var(--line)" strokeWidth="4" strokeLinecap="round" />
        </g>
      ))}
    </g>
  );
}

function Stall() {
  return (
    <g>
      <rect x="96" y="210" width="14" height="250" rx="6" fill="var(--wood-dark)" />
      <rect x="450" y="210" width="14" height="250" rx="6" fill="var(--wood-dark)" />
      <rect x="110" y="220" width="340" height="130" fill="var(--cream)" opacity="0.35" />
      <rect x="80" y="356" width="400" height="104" rx="12" fill="var(--wood)" />
      <path d="M80 392h400M80 426h400" stroke="var(--wood-dark)" strokeWidth="3" opacity="0.55" />
      <rect x="68" y="342" width="424" height="24" rx="10" fill="var(--wood-light)" />
      <rect x="226" y="386" width="108" height="52" rx="10" fill="var(--cream)" />
      <path d="M250 404h60M250 420h38" stroke="var(--stripe)" strokeWidth="7" strokeLinecap="round" />
    </g>
  );
}

/** Stripes that end in scallops, one colour after the other, as on the shop's mark. */
function Awning() {
  return (
    <g>
      <path d="M104 130h352l34 70H70z" fill="var(--stripe)" />
      {Array.from({ length: STRIPES }, (_, place) => {
        const left = AWNING_LEFT + place * STRIPE_WIDTH;
        const top = 104 + (place * 352) / STRIPES;
        const isLight = place % 2 === 1;
        return (
          <g key={place} fill={isLight ? "var(--cream)" : "var(--stripe)"}>
            <path d={`M${top} 130h${352 / STRIPES}L${left + STRIPE_WIDTH} 200H${left}z`} />
            <path d={`M${left} 199h${STRIPE_WIDTH}v12a30 30 0 0 1-60 0z`} />
          </g>
        );
      })}
      <rect x="96" y="118" width="368" height="18" rx="9" fill="var(--stripe-dark)" />
    </g>
  );
}

function Goods() {
  const persimmons = [
    [148, 326], [180, 326], [212, 326], [164, 300], [196, 300], [180, 274],
  ] as const;
  return (
    <g>
      {persimmons.map(([x, y]) => (
        <g key={`${x}-${y}`}>
          <circle cx={x} cy={y} r="18" fill="#ee7041" />
          <path d={`M${x - 9} ${y - 14}q9-8 18 0q-9 6-18 0`} fill="var(--leaf)" />
        </g>
      ))}
      <path d="M256 300h72l-9 44h-54z" fill="var(--wood-dark)" />
      <path d="M256 300h72M262 320h60" stroke="var(--wood-light)" strokeWidth="4" />
      {[270, 292, 314].map((x) => (
        <circle key={x} cx={x} cy="292" r="14" fill="#f2b134" />
      ))}
      <path d="M366 344v-52q0-16 14-16h6v-16h20v16h6q14 0 14 16v52z" fill="var(--leaf-dark)" />
      <rect x="372" y="304" width="48" height="24" rx="4" fill="var(--cream)" />
      <rect x="386" y="252" width="20" height="10" rx="4" fill="var(--wood-dark)" />
    </g>
  );
}

function Sack() {
  return (
    <g>
      <path d="M486 470q-34 0-30-42q2-26 16-36h40q16 12 18 38q2 40-30 40z" fill="var(--wood-light)" />
      <path d="M470 394q22-16 44 0" fill="none" stroke="var(--wood-dark)" strokeWidth="6" strokeLinecap="round" />
      {[474, 490, 506].map((x) => (
        <path key={x} d={`M${x} 392q-8-26 0-40q10 16 2 40z`} fill="var(--leaf)" />
      ))}
    </g>
  );
}
