// Something failed while reading: what happened, under which code and trace id, and a way to try again where that could help.
import { Button, Code, Stack, Text, Title } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { toShopError } from "@/ipc/errors";
import { errorText } from "@/shared/text/errorText";
import { manner } from "@/shared/text/manner";
import classes from "./EmptyState.module.css";

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation("common");
  const shopError = toShopError(error);
  const gone = shopError.code.endsWith("NOT_FOUND");
  return (
    <Stack align="center" gap="sm" className={classes.empty} role="alert">
      <span className={classes.disc} data-kind="error">
        <CircleAlert aria-hidden size={32} strokeWidth={1.5} />
      </span>
      <Title order={2} size="h3" ta="center">
        {errorText(shopError)}
      </Title>
      <Text c="dimmed" ta="center">
        {t(gone ? "goneHint" : "errorHint", { context: manner() })}
      </Text>
      <Code>{shopError.traceId === undefined ? shopError.code : `${shopError.code} · ${shopError.traceId}`}</Code>
      {onRetry !== undefined && !gone && (
        <Button variant="default" onClick={onRetry} className={classes.action}>
          {t("retry")}
        </Button>
      )}
    </Stack>
  );
}
