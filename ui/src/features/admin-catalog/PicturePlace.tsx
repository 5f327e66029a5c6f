// The place of a product's picture: it is dropped, chosen or removed here, and a file that is no picture is refused.
import { Button, FileButton, Group, Text } from "@mantine/core";
import { ImageUp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { PICTURE_KINDS, type PictureFault, pictureFault } from "./picture";
import { useFileDrop } from "./useFileDrop";
import classes from "./admin-catalog.module.css";

interface PicturePlaceProps {
  /** The picture, where there is one. */
  picture: ReactNode;
  fault: PictureFault | undefined;
  onFault: (fault: PictureFault | undefined) => void;
  onFile: (file: File) => Promise<void>;
  onRemove: () => void;
  pending?: boolean;
  disabled: boolean;
}

export function PicturePlace({ picture, fault, onFault, onFile, onRemove, pending = false, disabled }: PicturePlaceProps) {
  const { t } = useTranslation("adminProducts");
  const take = async (file: File) => {
    const found = pictureFault(file);
    onFault(found);
    if (found === undefined) await onFile(file);
  };
  const drop = useFileDrop((file) => void take(file), disabled || pending);
  const isThere = picture !== undefined;
  return (
    <TitledPanel title={t("picture.title")}>
      <div className={classes.drop} {...drop}>
        {picture ?? <ImageUp size={32} strokeWidth={1.5} aria-hidden />}
        <div>
          <Text size="sm" fw={500}>{t("picture.drop")}</Text>
          <Text size="xs" c="dimmed">{t("picture.hint")}</Text>
        </div>
        <Group gap="xs" justify="center">
          <FileButton accept={PICTURE_KINDS.join(",")} onChange={(file) => file && void take(file)} disabled={disabled}>
            {(button) => (
              <Button {...button} variant="default" size="xs" loading={pending} disabled={disabled}>
                {t(isThere ? "picture.change" : "picture.choose")}
              </Button>
            )}
          </FileButton>
          {isThere && (
            <Button variant="subtle" color="gray" size="xs" disabled={disabled || pending} onClick={onRemove}>
              {t("picture.remove")}
            </Button>
          )}
        </Group>
        {fault !== undefined && <Text size="sm" c="var(--mantine-color-error)" role="alert">{t(`picture.${fault}`)}</Text>}
      </div>
    </TitledPanel>
  );
}
