"""Stories: what presenters keep beside the versions, to be told again or never to change."""
