// The shop's error for a form as a whole, beside its button. The typed values stay.
import { Alert, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import type { ShopError } from "@/ipc/errors";
import { TraceLine } from "@/shared/components/TraceLine";
import { errorText } from "@/shared/text/errorText";

interface FormErrorProps {
  error: ShopError | null;
  /** A better text than the shop's, where the page knows more. */
  words?: string;
}

export function FormError({ error, words }: FormErrorProps) {
  if (error === null) return null;
  return (
    <Alert color="red" variant="light" icon={<CircleAlert size={18} aria-hidden />} role="alert">
      <Text size="sm" fw={500} c="var(--mantine-color-text)">
        {words ?? errorText(error)}
      </Text>
      <TraceLine error={error} />
    </Alert>
  );
}
