// Something failed while reading: what happened, under which code and trace id, and a way to try again where that could help.
import { Button, Code, Stack, Text, Title } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type ShopError, type ShopErrorCode, traceIdOf } from "@/ipc/errors";
import { errorText } from "@/shared/text/errorText";
import { audience } from "@/shared/text/audience";
import classes from "./EmptyState.module.css";

/** Asking again would not bring it back. */
const GONE: readonly ShopErrorCode[] = ["PRODUCT_NOT_FOUND", "ORDER_NOT_FOUND", "COUPON_NOT_FOUND", "CART_ITEM_NOT_FOUND", "USER_NOT_FOUND", "NOT_FOUND"];

interface ErrorStateProps {
  error: ShopError;
  onRetry?: () => void;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation("common");
  const gone = GONE.includes(error.code);
  const traceId = traceIdOf(error);
  return (
    <Stack align="center" gap="sm" className={classes.empty} role="alert">
      <span className={classes.disc} data-kind="error">
        <CircleAlert aria-hidden size={32} strokeWidth={1.5} />
      </span>
      <Title order={2} size="h3" ta="center">
        {errorText(error)}
      </Title>
      <Text c="dimmed" ta="center">
        {t(gone ? "goneHint" : "errorHint", { context: audience() })}
      </Text>
      <Code>{traceId === undefined ? error.code : `${error.code} · ${traceId}`}</Code>
      {onRetry !== undefined && !gone && (
        <Button variant="default" onClick={onRetry} className={classes.action}>
          {t("retry")}
        </Button>
      )}
    </Stack>
  );
}
