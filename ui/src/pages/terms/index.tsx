// The terms of the shop.
import { DocumentView } from "@/features/shop/DocumentView";

export default function TermsPage() {
  return <DocumentView document="TERMS" />;
}
