// What is sold out can be waited for: the product, or each of its options that has none left.
import { Button, Stack } from "@mantine/core";
import { Bell, BellRing } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useRestockChanges, useRestockNotices } from "@/features/restock/queries";
import type { Product, ProductOption } from "@/ipc/generated/operations";
import { useLang } from "@/shared/hooks/useLang";
import { optionName } from "@/shared/text/names";
import { toastSuccess } from "@/shared/toast";

export function RestockRequests({ product }: { product: Product }) {
  const isSoldOut = product.state !== "DISCONTINUED" && product.options.length === 0 && product.status === "OUT_OF_STOCK";
  const options = product.state === "DISCONTINUED" ? [] : product.options.filter(({ state, availableQuantity }) => state === "NORMAL" && (availableQuantity <= 0 || product.state === "OUT_OF_STOCK"));
  if (!isSoldOut && options.length === 0) return null;
  return (
    <Stack gap="xs">
      {isSoldOut && <Request product={product} />}
      {options.map((option) => (
        <Request key={option.id} product={product} option={option} />
      ))}
    </Stack>
  );
}

function Request({ product, option }: { product: Product; option?: ProductOption }) {
  const { t } = useTranslation("restock");
  const lang = useLang();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const notices = useRestockNotices();
  const { pending, ask, withdraw } = useRestockChanges();
  const waiting = notices.data?.find(({ productId, productOptionId, state }) => state === "WAITING" && productId === product.id && productOptionId === option?.id);
  const press = async () => {
    if (notices.data === null) return navigate("/sign-in", { state: { from: pathname + search } });
    if (waiting !== undefined) {
      if (await withdraw(waiting.id)) toastSuccess(t("request.withdrawn"));
    } else if (await ask(product.id, option?.id)) toastSuccess(t("request.asked"));
  };
  const named = option === undefined ? "request" : "request.option";
  const label = t(waiting === undefined ? `${named}.ask` : `${named}.withdraw`, { name: option === undefined ? "" : optionName(option, lang) });
  return (
    <Button variant="default" loading={pending} disabled={notices.data === undefined} leftSection={waiting === undefined ? <Bell size={18} aria-hidden /> : <BellRing size={18} aria-hidden />} onClick={() => void press()}>
      {label}
    </Button>
  );
}
