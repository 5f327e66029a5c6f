// How the shop handles data of its customers.
import { DocumentView } from "@/features/shop/DocumentView";

export default function PrivacyPage() {
  return <DocumentView document="PRIVACY" />;
}
