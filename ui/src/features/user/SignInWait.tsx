// How long to wait after too many attempts. Apart from the alert, which would be read out again every second. The button stays:
// another account may be allowed.
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function SignInWait({ seconds }: { seconds: number }) {
  const { t } = useTranslation("auth");
  const parts = { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
  return (
    <Text role="timer" size="sm" c="dimmed" ta="center" className="tabular">
      {t(seconds < 60 ? "signIn.waitSeconds" : "signIn.waitMinutes", parts)}
    </Text>
  );
}
