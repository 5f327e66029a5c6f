// A new password: shown or hidden at will, with a hint of how hard it is to guess.
import { Group, PasswordInput, type PasswordInputProps, Progress, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { passwordStrength } from "./passwordStrength";

const LOOK = {
  short: { value: 12, color: "gray" },
  weak: { value: 34, color: "red" },
  fair: { value: 67, color: "yellow" },
  good: { value: 100, color: "teal" },
} as const;

interface NewPasswordInputProps extends PasswordInputProps {
  /** What has been typed so far; only the hint looks at it. */
  typed: string;
}

export function NewPasswordInput({ typed, ...input }: NewPasswordInputProps) {
  const { t } = useTranslation("auth");
  const strength = passwordStrength(typed);
  return (
    <div>
      <PasswordField autoComplete="new-password" description={t("password.rule")} {...input} />
      {typed !== "" && (
        <Group gap="sm" mt={8} wrap="nowrap">
          <Progress value={LOOK[strength].value} color={LOOK[strength].color} size={6} flex={1} aria-hidden />
          <Text size="xs" c="dimmed" role="status">
            {t(`password.${strength}`)}
          </Text>
        </Group>
      )}
    </div>
  );
}

/** Any password field: its button to show the password can be reached by keyboard and has a name. */
export function PasswordField(input: PasswordInputProps) {
  const { t } = useTranslation("auth");
  return <PasswordInput size="md" visibilityToggleButtonProps={{ "aria-label": t("password.toggle"), tabIndex: 0 }} {...input} />;
}
