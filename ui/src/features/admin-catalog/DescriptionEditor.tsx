// The editor of a description: paragraphs, two levels of headings, lists, emphasis and links. It is loaded only where it is
// shown.
import { RichTextEditor, type RichTextEditorLabels } from "@mantine/tiptap";
import { useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import "@mantine/tiptap/styles.css";
import classes from "./DescriptionEditor.module.css";

/** Only what the shop stores; it removes the rest. */
const EXTENSIONS = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    trailingNode: false,
    underline: false,
    heading: { levels: [2, 3] },
    link: { openOnClick: false, defaultProtocol: "https", protocols: ["http", "https", "mailto"], HTMLAttributes: { target: "_blank", rel: "nofollow noopener" } },
  }),
];

export interface DescriptionEditorProps {
  label: string;
  value: string;
  onChange: (html: string) => void;
  onBlur: () => void;
  invalid: boolean;
  /** Id of the element that says what is wrong. */
  describedBy: string;
}

export default function DescriptionEditor({ label, value, onChange, onBlur, invalid, describedBy }: DescriptionEditorProps) {
  const { t } = useTranslation("adminProducts");
  const written = useRef(value);
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: value,
    parseOptions: { preserveWhitespace: "full" },
    // The window's policy has no place for styles that are made at run time.
    injectCSS: false,
    shouldRerenderOnTransaction: true,
    editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, "aria-invalid": String(invalid), "aria-describedby": describedBy } },
    onUpdate: ({ editor: changed }) => {
      written.current = changed.isEmpty ? "" : changed.getHTML();
      onChange(written.current);
    },
    onBlur,
  });
  useEffect(() => {
    if (value === written.current) return;
    written.current = value;
    editor.commands.setContent(value, { emitUpdate: false, parseOptions: { preserveWhitespace: "full" } });
  }, [editor, value]);
  return (
    <RichTextEditor editor={editor} labels={labelsOf(t)} className={classes.editor} data-invalid={invalid || undefined}>
      <RichTextEditor.Toolbar role="toolbar" aria-label={t("editor.tools", { label })}>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.H2 />
          <RichTextEditor.H3 />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Link />
          <RichTextEditor.Unlink />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Undo />
          <RichTextEditor.Redo />
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}

function labelsOf(t: ReturnType<typeof useTranslation<"adminProducts">>["t"]): Partial<RichTextEditorLabels> {
  return {
    boldControlLabel: t("editor.bold"),
    italicControlLabel: t("editor.italic"),
    h2ControlLabel: t("editor.heading2"),
    h3ControlLabel: t("editor.heading3"),
    bulletListControlLabel: t("editor.bullets"),
    orderedListControlLabel: t("editor.numbers"),
    linkControlLabel: t("editor.link"),
    unlinkControlLabel: t("editor.unlink"),
    undoControlLabel: t("editor.undo"),
    redoControlLabel: t("editor.redo"),
    linkEditorInputLabel: t("editor.address"),
    linkEditorInputPlaceholder: "https://",
    linkEditorExternalLink: t("editor.newTab"),
    linkEditorInternalLink: t("editor.sameTab"),
    linkEditorSave: t("editor.save"),
  };
}
