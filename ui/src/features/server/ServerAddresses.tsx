// The addresses of the shop: each to copy, from where it can be opened, and the QR code of one.
import { ActionIcon, Group, Text, Title, Tooltip } from "@mantine/core";
import { Copy, QrCode } from "lucide-react";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/components/LiveRegion";
import { toastSuccess } from "@/shared/toast";
import { bestForPhones, isThisComputer } from "./address";
import classes from "./server.module.css";

export function ServerAddresses({ addresses }: { addresses: readonly string[] }) {
  const { t } = useTranslation("server");
  const [picked, setPicked] = useState<string>();
  // After a restart the selected address may not exist any more.
  const shown = picked !== undefined && addresses.includes(picked) ? picked : bestForPhones(addresses);
  return (
    <div className={classes.addresses}>
      <div>
        <Title order={3} size="h4" mb="sm">
          {t("addresses.title")}
        </Title>
        <ul className={classes.list}>
          {addresses.map((address) => (
            <Address key={address} address={address} onShow={addresses.length > 1 ? () => setPicked(address) : undefined} isShown={address === shown} />
          ))}
        </ul>
      </div>
      {shown !== undefined && <Qr address={shown} />}
    </div>
  );
}

interface AddressProps {
  address: string;
  /** Left out where there is no choice. */
  onShow: (() => void) | undefined;
  isShown: boolean;
}

function Address({ address, onShow, isShown }: AddressProps) {
  const { t } = useTranslation("server");
  const show = t("addresses.showQr", { address });
  const copy = t("addresses.copy", { address });
  const copied = () => toastSuccess(t("addresses.copied"));
  const failed = () => announce(t("addresses.copyFailed"));
  return (
    <li className={classes.address}>
      <div className={classes.words}>
        <Text className={classes.url}>{address}</Text>
        <Text size="sm" c="dimmed">
          {t(isThisComputer(address) ? "addresses.thisComputer" : "addresses.network")}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        {onShow !== undefined && (
          <Tooltip label={show}>
            <ActionIcon size={36} aria-label={show} aria-pressed={isShown} className={classes.pick} onClick={onShow}>
              <QrCode size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={copy}>
          <ActionIcon size={36} aria-label={copy} onClick={() => void navigator.clipboard.writeText(address).then(copied, failed)}>
            <Copy size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </li>
  );
}

/** Dark on white in both themes, with the four modules of white around it that readers ask for. */
function Qr({ address }: { address: string }) {
  const { t } = useTranslation("server");
  return (
    <figure className={classes.qr}>
      <QRCodeSVG value={address} size={176} level="M" marginSize={4} fgColor="#000000" bgColor="#ffffff" title={t("qr.label", { address })} className={classes.code} />
      <figcaption>
        <Text size="sm" c="dimmed" ta="center">
          {t(isThisComputer(address) ? "qr.thisComputer" : "qr.network")}
        </Text>
      </figcaption>
    </figure>
  );
}
