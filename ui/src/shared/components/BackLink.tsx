// The way back from one row to its list, with the filter that it had.
import { Anchor } from "@mantine/core";
import { ChevronLeft } from "lucide-react";
import { Link } from "react-router";
import { listAddress } from "@/shared/listAddress";
import classes from "./BackLink.module.css";

export function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Anchor component={Link} to={listAddress(to)} size="sm" c="dimmed" className={classes.back} data-chrome>
      <ChevronLeft size={16} aria-hidden />
      {label}
    </Anchor>
  );
}
