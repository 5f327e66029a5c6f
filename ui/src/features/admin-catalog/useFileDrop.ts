// An element that takes one dropped file. Of several files the first is taken, and a toast says so.
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { toastDetail } from "@/shared/toast";

interface FileDrop {
  "data-takes-files": true;
  "data-over": true | undefined;
  onDragOver: (event: DragEvent) => void;
  onDragLeave: () => void;
  onDrop: (event: DragEvent) => void;
}

/** Props of the place. While `disabled` it takes nothing, and the browser does not open the file either. */
export function useFileDrop(onFile: (file: File) => void, disabled: boolean): FileDrop {
  const { t } = useTranslation("adminProducts");
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (disabled) return;
    const [file, ...others] = event.dataTransfer.files;
    // What was dropped is no file, or the window could not read it.
    if (file === undefined) return toastDetail("bad", t("dropped.title"), t("dropped.text"));
    if (others.length > 0) toastDetail("partly", t("dropped.oneTitle"), t("dropped.oneText", { name: file.name, count: others.length }));
    onFile(file);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(!disabled);
  };
  return { "data-takes-files": true, "data-over": over || undefined, onDragOver, onDragLeave: () => setOver(false), onDrop };
}
