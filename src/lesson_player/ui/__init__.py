"""The windows. They are given what to show and emit what is asked of them; they hold no lesson logic."""
