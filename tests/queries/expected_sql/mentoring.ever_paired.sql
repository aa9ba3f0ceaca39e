SELECT DISTINCT mentorship.mentee_id,
    mentorship.mentor_id
FROM mentorship
ORDER BY mentorship.mentee_id,
    mentorship.mentor_id
