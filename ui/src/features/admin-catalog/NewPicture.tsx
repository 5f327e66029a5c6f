// The picture of a product that is not there yet: dropped or chosen, shown, and sent after the product is created.
import { Button, FileButton, Group, Text } from "@mantine/core";
import { ImageUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TitledPanel } from "@/shared/components/TitledPanel";
import { PICTURE_KINDS, type PictureFault, pictureFault, toBase64 } from "./picture";
import { useFileDrop } from "./useFileDrop";
import classes from "./admin-catalog.module.css";

export interface ChosenPicture {
  /** Its bytes in base64. */
  data: string;
  type: string;
}

interface NewPictureProps {
  picture: ChosenPicture | undefined;
  onChange: (picture: ChosenPicture | undefined) => void;
  disabled: boolean;
}

export function NewPicture({ picture, onChange, disabled }: NewPictureProps) {
  const { t } = useTranslation("adminProducts");
  const [fault, setFault] = useState<PictureFault>();
  const take = async (file: File) => {
    const found = pictureFault(file);
    setFault(found);
    if (found === undefined) onChange({ data: await toBase64(file), type: file.type });
  };
  const drop = useFileDrop((file) => void take(file), disabled);
  return (
    <TitledPanel title={t("picture.title")}>
      <div className={classes.drop} {...drop}>
        {picture === undefined ? (
          <ImageUp size={32} strokeWidth={1.5} aria-hidden />
        ) : (
          <img src={`data:${picture.type};base64,${picture.data}`} alt={t("picture.chosen")} className={classes.preview} onError={() => setFault("unreadable")} />
        )}
        <div>
          <Text size="sm" fw={500}>{t("picture.drop")}</Text>
          <Text size="xs" c="dimmed">{t("picture.hint")}</Text>
        </div>
        <Group gap="xs" justify="center">
          <FileButton accept={PICTURE_KINDS.join(",")} onChange={(file) => file && void take(file)} disabled={disabled}>
            {(button) => (
              <Button {...button} variant="default" size="xs" disabled={disabled}>
                {t(picture === undefined ? "picture.choose" : "picture.change")}
              </Button>
            )}
          </FileButton>
          {picture !== undefined && (
            <Button variant="subtle" color="gray" size="xs" disabled={disabled} onClick={() => onChange(undefined)}>
              {t("picture.remove")}
            </Button>
          )}
        </Group>
        {fault !== undefined && <Text size="sm" c="var(--mantine-color-error)" role="alert">{t(`picture.${fault}`)}</Text>}
      </div>
    </TitledPanel>
  );
}
