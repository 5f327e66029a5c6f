// The picture of a product that is not there yet: shown, and sent after the product is created.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toBase64 } from "@/shared/toBase64";
import type { PictureFault } from "./picture";
import { PicturePlace } from "./PicturePlace";
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
  const shown = picture && (
    <img src={`data:${picture.type};base64,${picture.data}`} alt={t("picture.chosen")} className={classes.preview} onError={() => setFault("unreadable")} />
  );
  const take = async (file: File) => onChange({ data: await toBase64(file), type: file.type });
  return <PicturePlace picture={shown} fault={fault} onFault={setFault} onFile={take} onRemove={() => onChange(undefined)} disabled={disabled} />;
}
