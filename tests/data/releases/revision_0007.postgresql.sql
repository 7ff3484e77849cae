SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE FUNCTION public.refuse_closing_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'closings never change'; END $$;

CREATE FUNCTION public.refuse_event_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.account (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    email character varying NOT NULL,
    name character varying NOT NULL,
    role character varying NOT NULL,
    password_hash text,
    subject character varying,
    totp_secret character varying,
    totp_step integer,
    failures integer NOT NULL,
    locked_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    disabled_at timestamp with time zone,
    disabled_by character varying,
    CONSTRAINT ck_account_disabled CHECK (((disabled_at IS NULL) = (disabled_by IS NULL))),
    CONSTRAINT ck_account_email_filled CHECK ((TRIM(BOTH FROM email) <> ''::text)),
    CONSTRAINT ck_account_failures CHECK ((failures >= 0)),
    CONSTRAINT ck_account_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_account_role CHECK ((((role)::text = 'coordinator'::text) OR ((role)::text = 'reviewer'::text) OR ((role)::text = 'auditor'::text) OR ((role)::text = 'it'::text))),
    CONSTRAINT ck_account_small CHECK (((email)::text = lower((email)::text)))
);

CREATE SEQUENCE public.account_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.account_id_seq OWNED BY public.account.id;

CREATE TABLE public.address_mark (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    address character varying NOT NULL,
    code character varying,
    text text,
    marked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_address_mark_address_filled CHECK ((TRIM(BOTH FROM address) <> ''::text))
);

CREATE SEQUENCE public.address_mark_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.address_mark_id_seq OWNED BY public.address_mark.id;

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);

CREATE TABLE public.amendment (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    field character varying NOT NULL,
    before character varying,
    after character varying NOT NULL,
    effective_on date NOT NULL,
    act character varying NOT NULL,
    reason character varying NOT NULL,
    author character varying NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone,
    undone_at timestamp with time zone,
    undone_by character varying,
    CONSTRAINT ck_amendment_act_filled CHECK ((TRIM(BOTH FROM act) <> ''::text)),
    CONSTRAINT ck_amendment_after_filled CHECK ((TRIM(BOTH FROM after) <> ''::text)),
    CONSTRAINT ck_amendment_author_filled CHECK ((TRIM(BOTH FROM author) <> ''::text)),
    CONSTRAINT ck_amendment_field CHECK ((((field)::text = 'due'::text) OR ((field)::text = 'target'::text) OR ((field)::text = 'team'::text))),
    CONSTRAINT ck_amendment_reason_filled CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT ck_amendment_undone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
);

CREATE SEQUENCE public.amendment_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.amendment_id_seq OWNED BY public.amendment.id;

CREATE TABLE public.annex (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    period character varying NOT NULL,
    number integer NOT NULL,
    sha256 character varying,
    name character varying NOT NULL,
    size integer,
    media_type character varying,
    link text,
    dated_on date,
    added_at timestamp with time zone NOT NULL,
    added_by character varying NOT NULL,
    removed_at timestamp with time zone,
    checked_at timestamp with time zone,
    alive boolean,
    dead_since timestamp with time zone,
    scanned_at timestamp with time zone,
    CONSTRAINT ck_annex_added_by_filled CHECK ((TRIM(BOTH FROM added_by) <> ''::text)),
    CONSTRAINT ck_annex_checked CHECK (((alive IS NULL) = (checked_at IS NULL))),
    CONSTRAINT ck_annex_dead CHECK (((dead_since IS NULL) OR (NOT alive))),
    CONSTRAINT ck_annex_file CHECK ((((sha256 IS NULL) = (size IS NULL)) AND ((sha256 IS NULL) = (media_type IS NULL)))),
    CONSTRAINT ck_annex_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_annex_number CHECK ((number >= 1)),
    CONSTRAINT ck_annex_one CHECK (((sha256 IS NULL) <> (link IS NULL))),
    CONSTRAINT ck_annex_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text))
);

CREATE SEQUENCE public.annex_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.annex_id_seq OWNED BY public.annex.id;

CREATE TABLE public.assignment (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    team_id integer NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT ck_assignment_position CHECK (("position" >= 0))
);

CREATE SEQUENCE public.assignment_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.assignment_id_seq OWNED BY public.assignment.id;

CREATE TABLE public.attempt (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    notice_id integer NOT NULL,
    owner character varying NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    state character varying,
    code character varying,
    text text,
    channel character varying NOT NULL,
    CONSTRAINT ck_attempt_dates CHECK ((started_at <= ended_at)),
    CONSTRAINT ck_attempt_ended CHECK (((state IS NULL) = (ended_at IS NULL))),
    CONSTRAINT ck_attempt_state CHECK ((((state)::text = 'queued'::text) OR ((state)::text = 'sending'::text) OR ((state)::text = 'sent'::text) OR ((state)::text = 'handed_over'::text) OR ((state)::text = 'retry'::text) OR ((state)::text = 'refused'::text) OR ((state)::text = 'in_doubt'::text) OR ((state)::text = 'suppressed'::text)))
);

CREATE SEQUENCE public.attempt_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.attempt_id_seq OWNED BY public.attempt.id;

CREATE TABLE public.calendar_feed (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by character varying,
    CONSTRAINT ck_calendar_feed_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_calendar_feed_revoked CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
    CONSTRAINT ck_calendar_feed_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.calendar_feed_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.calendar_feed_id_seq OWNED BY public.calendar_feed.id;

CREATE TABLE public.closing (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    period character varying NOT NULL,
    number integer NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closed_by character varying NOT NULL,
    sha256 character varying NOT NULL,
    snapshot bytea NOT NULL,
    events integer NOT NULL,
    head character varying NOT NULL,
    missing integer NOT NULL,
    CONSTRAINT ck_closing_closed_by_filled CHECK ((TRIM(BOTH FROM closed_by) <> ''::text)),
    CONSTRAINT ck_closing_hashes CHECK (((length((sha256)::text) = 64) AND (length((head)::text) = 64))),
    CONSTRAINT ck_closing_missing CHECK ((missing >= 0)),
    CONSTRAINT ck_closing_number CHECK ((number >= 1)),
    CONSTRAINT ck_closing_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text))
);

CREATE SEQUENCE public.closing_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.closing_id_seq OWNED BY public.closing.id;

CREATE TABLE public.contact (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    "position" integer NOT NULL,
    email character varying NOT NULL,
    name character varying,
    role character varying NOT NULL,
    away_from date,
    away_to date,
    CONSTRAINT ck_contact_away CHECK ((away_from <= away_to)),
    CONSTRAINT ck_contact_email CHECK (((email)::text ~~ '_%@_%'::text)),
    CONSTRAINT ck_contact_role CHECK ((((role)::text = 'member'::text) OR ((role)::text = 'leader'::text) OR ((role)::text = 'head'::text) OR ((role)::text = 'substitute'::text)))
);

CREATE SEQUENCE public.contact_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.contact_id_seq OWNED BY public.contact.id;

CREATE TABLE public.correspondence (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    period character varying NOT NULL,
    reference character varying NOT NULL,
    CONSTRAINT ck_correspondence_reference_filled CHECK ((TRIM(BOTH FROM reference) <> ''::text))
);

CREATE SEQUENCE public.correspondence_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.correspondence_id_seq OWNED BY public.correspondence.id;

CREATE TABLE public.decision (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    kind character varying NOT NULL,
    line_id integer,
    team_id integer,
    period character varying NOT NULL,
    starts_on date NOT NULL,
    until date,
    reason character varying NOT NULL,
    author character varying NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    to_team_id integer,
    ended_on date,
    ended_by character varying,
    CONSTRAINT ck_decision_author_filled CHECK ((TRIM(BOTH FROM author) <> ''::text)),
    CONSTRAINT ck_decision_dates CHECK ((starts_on <= until)),
    CONSTRAINT ck_decision_end CHECK ((((kind)::text = 'waiver'::text) OR (until IS NOT NULL))),
    CONSTRAINT ck_decision_ended CHECK (((ended_on IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_decision_kind CHECK ((((kind)::text = 'waiver'::text) OR ((kind)::text = 'extension'::text) OR ((kind)::text = 'silence'::text) OR ((kind)::text = 'acknowledgement'::text) OR ((kind)::text = 'handover'::text))),
    CONSTRAINT ck_decision_line CHECK ((((kind)::text = 'silence'::text) OR (line_id IS NOT NULL))),
    CONSTRAINT ck_decision_reason_filled CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT ck_decision_subject CHECK (((line_id IS NULL) <> (team_id IS NULL)))
);

CREATE SEQUENCE public.decision_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.decision_id_seq OWNED BY public.decision.id;

CREATE TABLE public.entity (
    id integer NOT NULL,
    code character varying NOT NULL,
    name character varying NOT NULL,
    nit character varying,
    events integer NOT NULL,
    head character varying NOT NULL,
    settings text NOT NULL,
    CONSTRAINT ck_entity_code_filled CHECK ((TRIM(BOTH FROM code) <> ''::text)),
    CONSTRAINT ck_entity_events CHECK ((events >= 0)),
    CONSTRAINT ck_entity_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text))
);

CREATE SEQUENCE public.entity_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.entity_id_seq OWNED BY public.entity.id;

CREATE TABLE public.event (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    sequence integer NOT NULL,
    kind character varying NOT NULL,
    subject character varying NOT NULL,
    facts character varying NOT NULL,
    actor character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    previous character varying NOT NULL,
    hash character varying NOT NULL,
    CONSTRAINT ck_event_actor_filled CHECK ((TRIM(BOTH FROM actor) <> ''::text)),
    CONSTRAINT ck_event_hashes CHECK (((length((previous)::text) = 64) AND (length((hash)::text) = 64))),
    CONSTRAINT ck_event_kind_filled CHECK ((TRIM(BOTH FROM kind) <> ''::text)),
    CONSTRAINT ck_event_sequence CHECK ((sequence >= 1)),
    CONSTRAINT ck_event_subject_filled CHECK ((TRIM(BOTH FROM subject) <> ''::text))
);

CREATE SEQUENCE public.event_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.event_id_seq OWNED BY public.event.id;

CREATE TABLE public.evidence (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    result_id integer NOT NULL,
    stated text,
    CONSTRAINT ck_evidence_stated_filled CHECK ((TRIM(BOTH FROM stated) <> ''::text))
);

CREATE SEQUENCE public.evidence_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.evidence_id_seq OWNED BY public.evidence.id;

CREATE TABLE public.form_issue (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    period character varying NOT NULL,
    token_sha256 character varying NOT NULL,
    plan_ids text NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_form_issue_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_form_issue_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.form_issue_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.form_issue_id_seq OWNED BY public.form_issue.id;

CREATE TABLE public.import_draft (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    name character varying NOT NULL,
    sha256 character varying NOT NULL,
    cut_off date NOT NULL,
    every character varying,
    code character varying,
    choices text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying,
    result text NOT NULL,
    CONSTRAINT ck_import_draft_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_import_draft_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_import_draft_file CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_import_draft_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text))
);

CREATE SEQUENCE public.import_draft_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.import_draft_id_seq OWNED BY public.import_draft.id;

CREATE TABLE public.import_issue (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    revision integer NOT NULL,
    "position" integer NOT NULL,
    sheet character varying NOT NULL,
    "row" integer,
    cell character varying,
    code character varying NOT NULL,
    severity character varying NOT NULL,
    raw text,
    proposal text,
    message text,
    CONSTRAINT ck_import_issue_code_filled CHECK ((TRIM(BOTH FROM code) <> ''::text)),
    CONSTRAINT ck_import_issue_message_filled CHECK ((TRIM(BOTH FROM message) <> ''::text)),
    CONSTRAINT ck_import_issue_severity CHECK ((((severity)::text = 'info'::text) OR ((severity)::text = 'warning'::text) OR ((severity)::text = 'error'::text)))
);

CREATE SEQUENCE public.import_issue_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.import_issue_id_seq OWNED BY public.import_issue.id;

CREATE TABLE public.inbound_mail (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    message_id character varying NOT NULL,
    sha256 character varying NOT NULL,
    sender character varying NOT NULL,
    subject character varying NOT NULL,
    received_at timestamp with time zone NOT NULL,
    state character varying NOT NULL,
    team_id integer,
    period character varying NOT NULL,
    code character varying,
    message text,
    accepted_by character varying,
    CONSTRAINT ck_inbound_mail_message_id_filled CHECK ((TRIM(BOTH FROM message_id) <> ''::text)),
    CONSTRAINT ck_inbound_mail_reason CHECK ((((state)::text = 'taken'::text) OR (code IS NOT NULL))),
    CONSTRAINT ck_inbound_mail_sha256 CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_inbound_mail_state CHECK ((((state)::text = 'taken'::text) OR ((state)::text = 'quarantined'::text) OR ((state)::text = 'ignored'::text)))
);

CREATE SEQUENCE public.inbound_mail_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.inbound_mail_id_seq OWNED BY public.inbound_mail.id;

CREATE TABLE public.job (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    kind character varying NOT NULL,
    parameters text NOT NULL,
    key character varying NOT NULL,
    requested_by character varying NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    state character varying NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    lease_owner character varying,
    lease_until timestamp with time zone,
    tries integer NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    step character varying,
    result text NOT NULL,
    error text,
    run character varying,
    CONSTRAINT ck_job_ended CHECK (((((state)::text = 'done'::text) OR ((state)::text = 'failed'::text)) = (ended_at IS NOT NULL))),
    CONSTRAINT ck_job_failed CHECK ((((state)::text = 'failed'::text) = (error IS NOT NULL))),
    CONSTRAINT ck_job_key_filled CHECK ((TRIM(BOTH FROM key) <> ''::text)),
    CONSTRAINT ck_job_kind CHECK ((((kind)::text = 'remind'::text) OR ((kind)::text = 'consolidate'::text) OR ((kind)::text = 'close'::text) OR ((kind)::text = 'reports'::text) OR ((kind)::text = 'publish'::text) OR ((kind)::text = 'backup'::text))),
    CONSTRAINT ck_job_lease CHECK ((((state)::text = 'running'::text) = (lease_owner IS NOT NULL))),
    CONSTRAINT ck_job_leased CHECK (((lease_owner IS NULL) = (lease_until IS NULL))),
    CONSTRAINT ck_job_progress CHECK (((done >= 0) AND (done <= total))),
    CONSTRAINT ck_job_requested_by_filled CHECK ((TRIM(BOTH FROM requested_by) <> ''::text)),
    CONSTRAINT ck_job_state CHECK ((((state)::text = 'queued'::text) OR ((state)::text = 'running'::text) OR ((state)::text = 'done'::text) OR ((state)::text = 'failed'::text))),
    CONSTRAINT ck_job_tries CHECK ((tries >= 0))
);

CREATE SEQUENCE public.job_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.job_id_seq OWNED BY public.job.id;

CREATE TABLE public.last_run (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    work character varying NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    state character varying NOT NULL,
    succeeded_at timestamp with time zone,
    error text,
    CONSTRAINT ck_last_run_ended CHECK ((((state)::text = 'running'::text) = (ended_at IS NULL))),
    CONSTRAINT ck_last_run_state CHECK ((((state)::text = 'running'::text) OR ((state)::text = 'done'::text) OR ((state)::text = 'failed'::text))),
    CONSTRAINT ck_last_run_work_filled CHECK ((TRIM(BOTH FROM work) <> ''::text))
);

CREATE SEQUENCE public.last_run_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.last_run_id_seq OWNED BY public.last_run.id;

CREATE TABLE public.line (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    uid character varying NOT NULL,
    "position" integer NOT NULL,
    sheet character varying NOT NULL,
    "row" integer NOT NULL,
    number character varying,
    activity text,
    deliverable text,
    indicator text,
    start_on date,
    due_on date,
    due_confirmed boolean NOT NULL,
    target bigint,
    target_unit character varying,
    target_implied boolean NOT NULL,
    target_text text,
    accumulation character varying NOT NULL,
    baseline bigint,
    weight bigint,
    unit text,
    item text,
    node integer,
    stage character varying,
    programmed text NOT NULL,
    texts text NOT NULL,
    result_cells text NOT NULL,
    gone_at timestamp with time zone,
    CONSTRAINT ck_line_accumulation CHECK ((((accumulation)::text = 'sum'::text) OR ((accumulation)::text = 'latest'::text) OR ((accumulation)::text = 'average'::text) OR ((accumulation)::text = 'maximum'::text) OR ((accumulation)::text = 'stock'::text) OR ((accumulation)::text = 'flow'::text) OR ((accumulation)::text = 'cumulative'::text) OR ((accumulation)::text = 'capacity'::text) OR ((accumulation)::text = 'reduction'::text) OR ((accumulation)::text = 'annual_reduction'::text))),
    CONSTRAINT ck_line_implied CHECK (((NOT target_implied) OR (target IS NOT NULL))),
    CONSTRAINT ck_line_place CHECK ((("position" >= 0) AND ("row" >= 1))),
    CONSTRAINT ck_line_stage CHECK ((((stage)::text = 'P'::text) OR ((stage)::text = 'H'::text) OR ((stage)::text = 'V'::text) OR ((stage)::text = 'A'::text))),
    CONSTRAINT ck_line_target_unit CHECK ((((target_unit)::text = 'count'::text) OR ((target_unit)::text = 'percent'::text))),
    CONSTRAINT ck_line_weight CHECK ((weight >= 0))
);

CREATE SEQUENCE public.line_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.line_id_seq OWNED BY public.line.id;

CREATE TABLE public.node (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    "position" integer NOT NULL,
    parent integer,
    title character varying NOT NULL,
    path text NOT NULL,
    CONSTRAINT ck_node_parent CHECK (((parent IS NULL) OR (parent < "position")))
);

CREATE SEQUENCE public.node_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.node_id_seq OWNED BY public.node.id;

CREATE TABLE public.notice (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    key character varying NOT NULL,
    day date NOT NULL,
    channel character varying NOT NULL,
    purpose character varying NOT NULL,
    team_id integer,
    sender character varying NOT NULL,
    address character varying NOT NULL,
    subject character varying NOT NULL,
    message_id character varying NOT NULL,
    data bytea NOT NULL,
    state character varying NOT NULL,
    tries integer NOT NULL,
    not_before timestamp with time zone NOT NULL,
    lease_owner character varying,
    lease_until timestamp with time zone,
    code character varying,
    text text,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    resolved_by character varying,
    priority integer NOT NULL,
    CONSTRAINT ck_notice_address_filled CHECK ((TRIM(BOTH FROM address) <> ''::text)),
    CONSTRAINT ck_notice_channel_filled CHECK ((TRIM(BOTH FROM channel) <> ''::text)),
    CONSTRAINT ck_notice_data CHECK ((length(data) > 0)),
    CONSTRAINT ck_notice_key_filled CHECK ((TRIM(BOTH FROM key) <> ''::text)),
    CONSTRAINT ck_notice_lease CHECK ((((state)::text = 'sending'::text) = (lease_owner IS NOT NULL))),
    CONSTRAINT ck_notice_lease_end CHECK (((lease_owner IS NULL) = (lease_until IS NULL))),
    CONSTRAINT ck_notice_message_id_filled CHECK ((TRIM(BOTH FROM message_id) <> ''::text)),
    CONSTRAINT ck_notice_priority CHECK ((priority >= 0)),
    CONSTRAINT ck_notice_purpose_filled CHECK ((TRIM(BOTH FROM purpose) <> ''::text)),
    CONSTRAINT ck_notice_state CHECK ((((state)::text = 'queued'::text) OR ((state)::text = 'sending'::text) OR ((state)::text = 'sent'::text) OR ((state)::text = 'handed_over'::text) OR ((state)::text = 'retry'::text) OR ((state)::text = 'refused'::text) OR ((state)::text = 'in_doubt'::text) OR ((state)::text = 'suppressed'::text))),
    CONSTRAINT ck_notice_tries CHECK ((tries >= 0))
);

CREATE SEQUENCE public.notice_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.notice_id_seq OWNED BY public.notice.id;

CREATE TABLE public.notice_reminder (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    notice_id integer NOT NULL,
    reminder_id integer NOT NULL
);

CREATE SEQUENCE public.notice_reminder_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.notice_reminder_id_seq OWNED BY public.notice_reminder.id;

CREATE TABLE public.obligation (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    team_id integer,
    kind character varying NOT NULL,
    period character varying NOT NULL,
    due_on date NOT NULL,
    closes_on date NOT NULL,
    reason character varying NOT NULL,
    state character varying NOT NULL,
    done_on date,
    CONSTRAINT ck_obligation_dates CHECK ((due_on <= closes_on)),
    CONSTRAINT ck_obligation_kind CHECK ((((kind)::text = 'result'::text) OR ((kind)::text = 'deadline'::text))),
    CONSTRAINT ck_obligation_open CHECK ((((state)::text = 'owed'::text) = (done_on IS NULL))),
    CONSTRAINT ck_obligation_period CHECK ((((kind)::text = 'deadline'::text) = ((period)::text = ''::text))),
    CONSTRAINT ck_obligation_reason CHECK ((((reason)::text = 'in_window'::text) OR ((reason)::text = 'carried_overdue'::text) OR ((reason)::text = 'due_date'::text) OR ((reason)::text = 'outside_window'::text) OR ((reason)::text = 'complete'::text) OR ((reason)::text = 'no_window'::text) OR ((reason)::text = 'unconfirmed'::text) OR ((reason)::text = 'waived'::text))),
    CONSTRAINT ck_obligation_state CHECK ((((state)::text = 'owed'::text) OR ((state)::text = 'met'::text) OR ((state)::text = 'complete'::text) OR ((state)::text = 'waived'::text) OR ((state)::text = 'withdrawn'::text) OR ((state)::text = 'missing_at_close'::text) OR ((state)::text = 'unreadable'::text)))
);

CREATE SEQUENCE public.obligation_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.obligation_id_seq OWNED BY public.obligation.id;

CREATE TABLE public.one_time_key (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    purpose character varying NOT NULL,
    account_id integer NOT NULL,
    token_sha256 character varying NOT NULL,
    facts text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_one_time_key_dates CHECK ((created_at < expires_at)),
    CONSTRAINT ck_one_time_key_purpose CHECK ((((purpose)::text = 'password'::text) OR ((purpose)::text = 'code'::text) OR ((purpose)::text = 'enrol'::text))),
    CONSTRAINT ck_one_time_key_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.one_time_key_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.one_time_key_id_seq OWNED BY public.one_time_key.id;

CREATE TABLE public.period (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    key character varying NOT NULL,
    kind character varying NOT NULL,
    start_on date NOT NULL,
    end_on date NOT NULL,
    report_by date NOT NULL,
    closes_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_period_dates CHECK (((start_on <= end_on) AND (end_on <= report_by) AND (report_by <= closes_on))),
    CONSTRAINT ck_period_key_filled CHECK ((TRIM(BOTH FROM key) <> ''::text)),
    CONSTRAINT ck_period_kind CHECK ((((kind)::text = 'month'::text) OR ((kind)::text = 'two_month'::text) OR ((kind)::text = 'quarter'::text) OR ((kind)::text = 'four_month'::text) OR ((kind)::text = 'half_year'::text) OR ((kind)::text = 'year'::text) OR ((kind)::text = 'custom'::text)))
);

CREATE SEQUENCE public.period_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.period_id_seq OWNED BY public.period.id;

CREATE TABLE public.plan (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    code character varying NOT NULL,
    title text,
    kind character varying NOT NULL,
    period_kind character varying NOT NULL,
    year integer,
    sheet character varying NOT NULL,
    source character varying NOT NULL,
    source_sha256 character varying NOT NULL,
    header_row integer,
    columns text NOT NULL,
    revision integer NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    review character varying NOT NULL,
    CONSTRAINT ck_plan_code_filled CHECK ((TRIM(BOTH FROM code) <> ''::text)),
    CONSTRAINT ck_plan_kind CHECK ((((kind)::text = 'action_plan'::text) OR ((kind)::text = 'improvement_plan'::text) OR ((kind)::text = 'indicative_plan'::text) OR ((kind)::text = 'indicator_sheet'::text) OR ((kind)::text = 'transparency_plan'::text))),
    CONSTRAINT ck_plan_period_kind CHECK ((((period_kind)::text = 'month'::text) OR ((period_kind)::text = 'two_month'::text) OR ((period_kind)::text = 'quarter'::text) OR ((period_kind)::text = 'four_month'::text) OR ((period_kind)::text = 'half_year'::text) OR ((period_kind)::text = 'year'::text) OR ((period_kind)::text = 'custom'::text))),
    CONSTRAINT ck_plan_review CHECK ((((review)::text = 'none'::text) OR ((review)::text = 'coordinator'::text))),
    CONSTRAINT ck_plan_revision CHECK ((revision >= 1)),
    CONSTRAINT ck_plan_sha256 CHECK ((length((source_sha256)::text) = 64)),
    CONSTRAINT ck_plan_source_filled CHECK ((TRIM(BOTH FROM source) <> ''::text))
);

CREATE SEQUENCE public.plan_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.plan_id_seq OWNED BY public.plan.id;

CREATE TABLE public.read_token (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    name character varying NOT NULL,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoked_by character varying,
    used_at timestamp with time zone,
    CONSTRAINT ck_read_token_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_read_token_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_read_token_revoked CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
    CONSTRAINT ck_read_token_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.read_token_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.read_token_id_seq OWNED BY public.read_token.id;

CREATE TABLE public.receipt (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    number character varying NOT NULL,
    team_id integer,
    period character varying NOT NULL,
    sha256 character varying NOT NULL,
    name character varying NOT NULL,
    size integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    state character varying NOT NULL,
    code character varying,
    message text,
    source character varying NOT NULL,
    sender character varying,
    tries integer NOT NULL,
    inbound_id integer,
    CONSTRAINT ck_receipt_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_receipt_number_filled CHECK ((TRIM(BOTH FROM number) <> ''::text)),
    CONSTRAINT ck_receipt_reason CHECK ((((state)::text = 'quarantined'::text) = (code IS NOT NULL))),
    CONSTRAINT ck_receipt_sha256 CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_receipt_size CHECK ((size >= 0)),
    CONSTRAINT ck_receipt_source CHECK ((((source)::text = 'command'::text) OR ((source)::text = 'folder'::text) OR ((source)::text = 'mail'::text) OR ((source)::text = 'page'::text))),
    CONSTRAINT ck_receipt_state CHECK ((((state)::text = 'received'::text) OR ((state)::text = 'read'::text) OR ((state)::text = 'quarantined'::text))),
    CONSTRAINT ck_receipt_tries CHECK ((tries >= 0))
);

CREATE SEQUENCE public.receipt_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.receipt_id_seq OWNED BY public.receipt.id;

CREATE TABLE public.reminder (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    obligation_id integer NOT NULL,
    due_on date NOT NULL,
    step character varying NOT NULL,
    audience character varying NOT NULL,
    reason character varying NOT NULL,
    on_date date NOT NULL,
    claimed_on date NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    waiting boolean NOT NULL,
    suppressed text,
    team_id integer NOT NULL,
    CONSTRAINT ck_reminder_audience CHECK ((((audience)::text = 'team'::text) OR ((audience)::text = 'head'::text) OR ((audience)::text = 'coordinator'::text))),
    CONSTRAINT ck_reminder_dates CHECK ((on_date <= claimed_on)),
    CONSTRAINT ck_reminder_reason CHECK ((((reason)::text = 'due_soon'::text) OR ((reason)::text = 'due_today'::text) OR ((reason)::text = 'overdue'::text) OR ((reason)::text = 'closing_soon'::text) OR ((reason)::text = 'escalated'::text))),
    CONSTRAINT ck_reminder_step_filled CHECK ((TRIM(BOTH FROM step) <> ''::text)),
    CONSTRAINT ck_reminder_suppressed_filled CHECK ((TRIM(BOTH FROM suppressed) <> ''::text)),
    CONSTRAINT ck_reminder_waiting CHECK (((NOT waiting) OR (suppressed IS NULL)))
);

CREATE SEQUENCE public.reminder_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reminder_id_seq OWNED BY public.reminder.id;

CREATE TABLE public.reopening (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    period character varying NOT NULL,
    closing_id integer NOT NULL,
    scope character varying NOT NULL,
    team_id integer,
    line_id integer,
    author character varying NOT NULL,
    reason character varying NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    until date NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying,
    CONSTRAINT ck_reopening_author_filled CHECK ((TRIM(BOTH FROM author) <> ''::text)),
    CONSTRAINT ck_reopening_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_reopening_line CHECK ((((scope)::text = 'line'::text) = (line_id IS NOT NULL))),
    CONSTRAINT ck_reopening_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_reopening_reason_filled CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT ck_reopening_scope CHECK ((((scope)::text = 'all'::text) OR ((scope)::text = 'team'::text) OR ((scope)::text = 'line'::text))),
    CONSTRAINT ck_reopening_team CHECK ((((scope)::text = 'team'::text) = (team_id IS NOT NULL)))
);

CREATE SEQUENCE public.reopening_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reopening_id_seq OWNED BY public.reopening.id;

CREATE TABLE public.report (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    closing_id integer NOT NULL,
    name character varying NOT NULL,
    media_type character varying NOT NULL,
    sha256 character varying NOT NULL,
    size integer NOT NULL,
    written_at timestamp with time zone NOT NULL,
    warning text,
    CONSTRAINT ck_report_media_type_filled CHECK ((TRIM(BOTH FROM media_type) <> ''::text)),
    CONSTRAINT ck_report_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_report_sha256 CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_report_size CHECK ((size >= 0))
);

CREATE SEQUENCE public.report_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.report_id_seq OWNED BY public.report.id;

CREATE TABLE public.result (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    period character varying NOT NULL,
    value bigint NOT NULL,
    narrative text,
    zero_reason text,
    source character varying NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    receipt character varying,
    in_force boolean NOT NULL,
    supersedes integer,
    CONSTRAINT ck_result_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_result_source CHECK ((((source)::text = 'import'::text) OR ((source)::text = 'form'::text))),
    CONSTRAINT ck_result_zero CHECK (((zero_reason IS NULL) OR (value = 0))),
    CONSTRAINT ck_result_zero_reason_filled CHECK ((TRIM(BOTH FROM zero_reason) <> ''::text))
);

CREATE SEQUENCE public.result_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.result_id_seq OWNED BY public.result.id;

CREATE TABLE public.review (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    result_id integer NOT NULL,
    verdict character varying NOT NULL,
    note text,
    reviewer character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT ck_review_note CHECK ((((verdict)::text <> 'returned'::text) OR (note IS NOT NULL))),
    CONSTRAINT ck_review_reviewer_filled CHECK ((TRIM(BOTH FROM reviewer) <> ''::text)),
    CONSTRAINT ck_review_verdict CHECK ((((verdict)::text = 'accepted'::text) OR ((verdict)::text = 'returned'::text)))
);

CREATE SEQUENCE public.review_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.review_id_seq OWNED BY public.review.id;

CREATE TABLE public.team (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    name character varying NOT NULL,
    folded character varying NOT NULL,
    CONSTRAINT ck_team_folded_filled CHECK ((TRIM(BOTH FROM folded) <> ''::text)),
    CONSTRAINT ck_team_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text))
);

CREATE SEQUENCE public.team_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.team_id_seq OWNED BY public.team.id;

CREATE TABLE public.team_link (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    period character varying NOT NULL,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by character varying,
    CONSTRAINT ck_team_link_dates CHECK ((created_at < expires_at)),
    CONSTRAINT ck_team_link_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_team_link_revoked CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
    CONSTRAINT ck_team_link_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.team_link_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.team_link_id_seq OWNED BY public.team_link.id;

CREATE TABLE public.transport (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    channel character varying NOT NULL,
    failures integer NOT NULL,
    paused_until timestamp with time zone,
    code character varying,
    text text,
    CONSTRAINT ck_transport_channel_filled CHECK ((TRIM(BOTH FROM channel) <> ''::text)),
    CONSTRAINT ck_transport_failures CHECK ((failures >= 0))
);

CREATE SEQUENCE public.transport_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.transport_id_seq OWNED BY public.transport.id;

CREATE TABLE public.web_session (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    account_id integer NOT NULL,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    address character varying NOT NULL,
    agent character varying NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying,
    CONSTRAINT ck_web_session_dates CHECK (((created_at <= seen_at) AND (created_at < expires_at))),
    CONSTRAINT ck_web_session_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_web_session_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.web_session_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.web_session_id_seq OWNED BY public.web_session.id;

CREATE TABLE public.webhook (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    url character varying NOT NULL,
    events text NOT NULL,
    secret text,
    old_secret text,
    old_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    disabled_at timestamp with time zone,
    disabled_by character varying,
    reason character varying,
    removed_at timestamp with time zone,
    removed_by character varying,
    CONSTRAINT ck_webhook_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_webhook_disabled CHECK (((disabled_at IS NULL) = (disabled_by IS NULL))),
    CONSTRAINT ck_webhook_old_secret CHECK (((old_secret IS NULL) = (old_until IS NULL))),
    CONSTRAINT ck_webhook_reason CHECK (((reason IS NULL) OR (disabled_at IS NOT NULL))),
    CONSTRAINT ck_webhook_removed CHECK (((removed_at IS NULL) = (removed_by IS NULL))),
    CONSTRAINT ck_webhook_secret CHECK (((removed_at IS NULL) = (secret IS NOT NULL))),
    CONSTRAINT ck_webhook_url_filled CHECK ((TRIM(BOTH FROM url) <> ''::text))
);

CREATE SEQUENCE public.webhook_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.webhook_id_seq OWNED BY public.webhook.id;

ALTER TABLE ONLY public.account ALTER COLUMN id SET DEFAULT nextval('public.account_id_seq'::regclass);

ALTER TABLE ONLY public.address_mark ALTER COLUMN id SET DEFAULT nextval('public.address_mark_id_seq'::regclass);

ALTER TABLE ONLY public.amendment ALTER COLUMN id SET DEFAULT nextval('public.amendment_id_seq'::regclass);

ALTER TABLE ONLY public.annex ALTER COLUMN id SET DEFAULT nextval('public.annex_id_seq'::regclass);

ALTER TABLE ONLY public.assignment ALTER COLUMN id SET DEFAULT nextval('public.assignment_id_seq'::regclass);

ALTER TABLE ONLY public.attempt ALTER COLUMN id SET DEFAULT nextval('public.attempt_id_seq'::regclass);

ALTER TABLE ONLY public.calendar_feed ALTER COLUMN id SET DEFAULT nextval('public.calendar_feed_id_seq'::regclass);

ALTER TABLE ONLY public.closing ALTER COLUMN id SET DEFAULT nextval('public.closing_id_seq'::regclass);

ALTER TABLE ONLY public.contact ALTER COLUMN id SET DEFAULT nextval('public.contact_id_seq'::regclass);

ALTER TABLE ONLY public.correspondence ALTER COLUMN id SET DEFAULT nextval('public.correspondence_id_seq'::regclass);

ALTER TABLE ONLY public.decision ALTER COLUMN id SET DEFAULT nextval('public.decision_id_seq'::regclass);

ALTER TABLE ONLY public.entity ALTER COLUMN id SET DEFAULT nextval('public.entity_id_seq'::regclass);

ALTER TABLE ONLY public.event ALTER COLUMN id SET DEFAULT nextval('public.event_id_seq'::regclass);

ALTER TABLE ONLY public.evidence ALTER COLUMN id SET DEFAULT nextval('public.evidence_id_seq'::regclass);

ALTER TABLE ONLY public.form_issue ALTER COLUMN id SET DEFAULT nextval('public.form_issue_id_seq'::regclass);

ALTER TABLE ONLY public.import_draft ALTER COLUMN id SET DEFAULT nextval('public.import_draft_id_seq'::regclass);

ALTER TABLE ONLY public.import_issue ALTER COLUMN id SET DEFAULT nextval('public.import_issue_id_seq'::regclass);

ALTER TABLE ONLY public.inbound_mail ALTER COLUMN id SET DEFAULT nextval('public.inbound_mail_id_seq'::regclass);

ALTER TABLE ONLY public.job ALTER COLUMN id SET DEFAULT nextval('public.job_id_seq'::regclass);

ALTER TABLE ONLY public.last_run ALTER COLUMN id SET DEFAULT nextval('public.last_run_id_seq'::regclass);

ALTER TABLE ONLY public.line ALTER COLUMN id SET DEFAULT nextval('public.line_id_seq'::regclass);

ALTER TABLE ONLY public.node ALTER COLUMN id SET DEFAULT nextval('public.node_id_seq'::regclass);

ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);

ALTER TABLE ONLY public.notice_reminder ALTER COLUMN id SET DEFAULT nextval('public.notice_reminder_id_seq'::regclass);

ALTER TABLE ONLY public.obligation ALTER COLUMN id SET DEFAULT nextval('public.obligation_id_seq'::regclass);

ALTER TABLE ONLY public.one_time_key ALTER COLUMN id SET DEFAULT nextval('public.one_time_key_id_seq'::regclass);

ALTER TABLE ONLY public.period ALTER COLUMN id SET DEFAULT nextval('public.period_id_seq'::regclass);

ALTER TABLE ONLY public.plan ALTER COLUMN id SET DEFAULT nextval('public.plan_id_seq'::regclass);

ALTER TABLE ONLY public.read_token ALTER COLUMN id SET DEFAULT nextval('public.read_token_id_seq'::regclass);

ALTER TABLE ONLY public.receipt ALTER COLUMN id SET DEFAULT nextval('public.receipt_id_seq'::regclass);

ALTER TABLE ONLY public.reminder ALTER COLUMN id SET DEFAULT nextval('public.reminder_id_seq'::regclass);

ALTER TABLE ONLY public.reopening ALTER COLUMN id SET DEFAULT nextval('public.reopening_id_seq'::regclass);

ALTER TABLE ONLY public.report ALTER COLUMN id SET DEFAULT nextval('public.report_id_seq'::regclass);

ALTER TABLE ONLY public.result ALTER COLUMN id SET DEFAULT nextval('public.result_id_seq'::regclass);

ALTER TABLE ONLY public.review ALTER COLUMN id SET DEFAULT nextval('public.review_id_seq'::regclass);

ALTER TABLE ONLY public.team ALTER COLUMN id SET DEFAULT nextval('public.team_id_seq'::regclass);

ALTER TABLE ONLY public.team_link ALTER COLUMN id SET DEFAULT nextval('public.team_link_id_seq'::regclass);

ALTER TABLE ONLY public.transport ALTER COLUMN id SET DEFAULT nextval('public.transport_id_seq'::regclass);

ALTER TABLE ONLY public.web_session ALTER COLUMN id SET DEFAULT nextval('public.web_session_id_seq'::regclass);

ALTER TABLE ONLY public.webhook ALTER COLUMN id SET DEFAULT nextval('public.webhook_id_seq'::regclass);

INSERT INTO public.account VALUES (1, 1, 'ana@cartagena.example', 'Ana', 'coordinator', NULL, NULL, NULL, NULL, 0, NULL, '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL);

INSERT INTO public.address_mark VALUES (1, 1, 'nadie@cartagena.example', '550', 'No existe', '2023-07-19 15:00:00+00');

INSERT INTO public.alembic_version VALUES ('0007');

INSERT INTO public.amendment VALUES (1, 1, 1, 1, 'due', '2023-12-31', '2024-03-31', '2023-07-19', 'Acta 1', 'Prórroga', 'Coordinación', '2023-07-19 15:00:00+00', NULL, NULL, NULL);

INSERT INTO public.annex VALUES (1, 1, 1, 11, '2023-Q2', 1, 'f5117edb193052414d3b7496857953fd5c40d289c84ce675aa0bd361d40ffd76', 'Acta de mayo.pdf', 17, 'application/pdf', NULL, '2023-05-31', '2023-07-12 13:00:00+00', 'Equipo de Uso y Apropiación', NULL, NULL, NULL, NULL, NULL);

INSERT INTO public.assignment VALUES (1, 1, 1, 1, 1, 0);
INSERT INTO public.assignment VALUES (2, 1, 1, 1, 2, 1);
INSERT INTO public.assignment VALUES (3, 1, 1, 2, 1, 0);
INSERT INTO public.assignment VALUES (4, 1, 1, 2, 2, 1);
INSERT INTO public.assignment VALUES (5, 1, 1, 3, 1, 0);
INSERT INTO public.assignment VALUES (6, 1, 1, 3, 2, 1);
INSERT INTO public.assignment VALUES (7, 1, 1, 4, 1, 0);
INSERT INTO public.assignment VALUES (8, 1, 1, 4, 2, 1);
INSERT INTO public.assignment VALUES (9, 1, 1, 5, 1, 0);
INSERT INTO public.assignment VALUES (10, 1, 1, 5, 2, 1);
INSERT INTO public.assignment VALUES (11, 1, 1, 6, 1, 0);
INSERT INTO public.assignment VALUES (12, 1, 1, 6, 2, 1);
INSERT INTO public.assignment VALUES (13, 1, 1, 7, 1, 0);
INSERT INTO public.assignment VALUES (14, 1, 1, 7, 2, 1);
INSERT INTO public.assignment VALUES (15, 1, 1, 8, 1, 0);
INSERT INTO public.assignment VALUES (16, 1, 1, 8, 2, 1);
INSERT INTO public.assignment VALUES (17, 1, 1, 9, 1, 0);
INSERT INTO public.assignment VALUES (18, 1, 1, 9, 2, 1);
INSERT INTO public.assignment VALUES (19, 1, 1, 10, 1, 0);
INSERT INTO public.assignment VALUES (20, 1, 1, 10, 2, 1);
INSERT INTO public.assignment VALUES (21, 1, 1, 11, 3, 0);
INSERT INTO public.assignment VALUES (22, 1, 1, 12, 3, 0);

INSERT INTO public.attempt VALUES (1, 1, 1, 'test', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', 'sent', '250', '2023-07-10_gobiernodigital@cartagena.example_2521c766.eml', 'email');
INSERT INTO public.attempt VALUES (2, 1, 2, 'test', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', 'sent', '250', '2023-07-10_usoyapropiacion@cartagena.example_bf80cb02.eml', 'email');

INSERT INTO public.calendar_feed VALUES (1, 1, 1, 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL);

INSERT INTO public.closing VALUES (1, 1, 1, '2023-Q1', 1, '2023-07-18 13:00:00+00', 'Coordinación', '8411137b4c05ad97398001382a7ae43ce9672f9f49d670d0995972b5cba538fa', '\x789ced5d4b6fe34892fe2b84060d4c634d99ef87e7a476a9bb0db8ca357655038b9981902493366b29524d8aae72170a983fb0582c66317b99cb1c078b3aecf66df636fe27fb4b3632936f89122951b25cad46352cbe8291c188c8fc3e66063f0ed014070efc3f8f0767bffbc3c9000501fe80d30d0b050ef9f97180e6131fa3783e380b12df3f19d8a11f26d1e06cf0ab6f644913c78393818f2cecc39ef3e8f1f3dcb343d8158074d813610736e287a9159213feef2f7f1e7c3a29cb1cc8a7eaa02cd418a9234128091d075ce4e1f8b624f501fb7ef8be22f8cfff5317acd4048b63ed1b59a90b9e4f4b726f238c838ad8fffcb7c127b0868d22d0c161a6b1fd30c6ce04919b488224f382ce8bc61b513e1304f83714e87fff443706f9e9d603315018468e1720db7bfc39c88ec59330c84529200a0e38d8f6622f0cd2a7e178ae8b231cd8e4f1b0c7e08476421edee0ec2334d2c1d9fe7b1c910bd9e6a793019ce2cd1f8ab3485be6e81607a868f7c8b791ef3c7e469c83b9f3f2712f7feca1eb7a362ec4de33c711a593811b4653620df164e0059378e6cd3153db872b0272d1e06e3e9fc567a7a77684d1dcbbc776389d42eb8661747b4acf02339c5a0fa7ca503875307686d050b87d32b5704405cfc057bde096c99de1c80b9d09eccaed26f3b238c88fc47368447e4c847fe45884efbd3089277718910b31b25cd531b08d9189250963056b8228b822365d5dd06d5b4396292049350453726d59773524d982208b1ac6b6541119dfc1795a66ab1f13e453a343f8e00f336ccf89ef98278329763c144c7c34cf9f17d338d3f5b7446a042a818dd8251176933873bd08cf93883885004e9a58532f4e9d04b6e7184d8957ff9878b390fb2eb43c1c0521f7c2bbf5e6c807b1736f8a7d50ca248152a82575574bda582df0afb771c83d70a35914cebc3c1032dda4aa6ea2d85d39724d57edde844e1873108c1ca67ac6259544f1131512820b8207c699d05918d1e04310bf6e2515c0c5d6c304a2601ab3b89bce7c68020d045113c55349516966a007203784f7c4cb05b2270968c38d1348466132832b5e47213101b51da4572294445680d3e89be2f91d3506266e97de1662272cec95cb07a3438e8b63a2882498a792415314f8874f53040ae2f738ca2d4f2c45620eae0cdf677bf34884bd3fe1086c459eda20096c349b91932aa2b3dd93462bbcc7deeddd3c4f2c60b9b47175cb4167732a9a92bada72c424cb4ce73f7e0ea06758693b7664bded0c15da27eec27425c90d962b59a166b9d4e17e57b7db6a7b95cc250eb9efc377b413889239e26eb31ce2e43924b5dde6a6534f8de5569396194d5a6a33a16a3326b2c15c0b66aa59c73c1595d6069286dc0d74559ee5f9de4f2c777171684578c154dc0c45887bfc2b7477317735ba808ce760d214e80f3dd8e5601f32733c870148d8875965d68c5eed9aca5c6ed8d46e2b6dbbc6f3c4c2b0f290bba4f1c95928c6cb3aaf2c6837b690d810ac4b63b58d79c4cd9daebd619421770d3d4d0c6e025dde976f18e5745d7e2f85a33ae4c6ef70647bb6179290e25004bdf71cc60e09041f9ec2e82c4691d74fe21205f9546a4af99b075921b6c164a945569a6dcd60a2e44f1af3a7688eb96fdf5e8fbeebc3819abac1f60e24566dd26c8dc5f142d51219426d630a7dc8bdf611349178ce14bf0b2334f500d4843bb489b0cc26421b3f69b409d361a57b48a7ed63ca8098826e0906dbb71e1d092474b88eaac3f5eda3e954dc3e946a6e93ca5cee39cc061533fd216fc7ef0a056a589c4616f67daaa33bc7d1c44ee07a17f9313e2901957994e05aab2ddfbb05ac4be47d5c01f4c3002fb9a793d4f792dce9310ffe178f025f3065e2cfd3a731f1b2e85a804633f0f2ec30198f50b900d4df8318c6a2cc29b622cf72c020113bfd5303d25a2222d5055a0a80d8c125cf4c6f5cd6314051445900324427e324180ccd22805b1137277fc0ff3007c300e4bc0307459c8fb8bbf2b8f4c704737618cc215a31372fa09b8f092102bfc809703d8e417d1490734164e2451c0ec8bda628b2192640dc2cf4296745a52f8ce27e3d0af0879013c4eac0980eeee0620f1c8cde331d0b3a8b43170e71c4745f0f9a51eb2ce75818a8ac724bc4211ab9a5384c22eadea00981a327837be42759574bc264923dae142410c202bfcf6e983df9ecc6834f278b23158c22c81b10c21fe1a8ebdd26511633c7803806c4171f10abfd3cddd1e4e84bf92aa9ec3434dc305c5df84cd6f6658ac18d26f9dd77a19c7cc8ca29bd29079d3fdce98e8d39a8739080a4ddbc6d27d3c44fd518c4c9140e221bc29352ba8317d8f502089d7a10768801421002ce6577ccc6ac13926748621da4b401893f087d2ae46a743120ef01e01a184d21cb272dda32045956cde34ae225234db4901f5c2f9a16793ccd5390dc20310014dde6e60eb59f435e2f10c62ab57e46f5d38d193c196288d56cd41faa999ca264faccb2a1269ad2267cfc9439c8840ce528b398659cb3c12569741697678397c5a60c9baf8a4d0536af0cd2434690e109431bdf614cf2d2ebcbd12beec5981b9d9f5f5cbd62fdc72dcde5ecf7e2ab08d8774b2f2d36261e1b9ee78191ee9ee30ff4c4cd136ec9e0a9cc84bed761e3ff419b3707790f487e7f9853130aa9fa62dd1996d086627eb298fd90525023cad90f25fba1525c0cb9fd2bb2a53166f217d42f12d3bc3e63e81445b0436626e827f328bd640eb5a714a0f5e6db7a3dc88c7a6a339b9d1c206e43d62518d3a334b36c58862ae8bc8c3595576dcde40dc37640b42c4b8eab38aee552f859bc33ad11f4e9cbc94af0d78838c81629ccfdd8f2d575f55d75fada8ac0da788d8c11077101a3a48a8cbffcc7e013edb89f0b1c96568cfea5031dfd4b551d1746ffcb521ce13249287049c041cfe67a9098e020721e3fc764ca054d6553b817c95be89ec0374859116723875cc3b25825f7fdfa0e91f718202204d927d90b32caa3da2ce23007c1657b4439147f9da653709900d2e3112a7c01d8f9183dc7e83998e8e93b28745ed4cb4191ce9baa0683ce42843893dc2918a42ec14059ecd5d120ad8b8655d83665cce1e94da81dfab7a628f0a2bcce9a7092a065d65cc5cb2d9a53eed99cf236e62454c103e024028fb7b3e47a16632bdd366731be473624c918df261e7bebc52dc227f8bb24cfc059afcba96bc9501aee4366c0fd8422924fa3d20b6c87e4e2d049ec397b63bb2366e422207312719cf702c867eff90eb1c125124694d834c6461246aa903069a7b8844591b66751c44e2c8a5965518a4dcaa2149b9445317316c56cc1a2fcb0964551dab2280af7ac3ce349e91aa50b5d23a94bd89ae3486c29b5f3c319f7037408d0f49cdc9186dce12664e5b92554edf9457a3379957509db91573ab291ab6091c70e46bc6ada88b76c4be21d05634532544343ca76e4d5a972a4afba037075c520593e50002e57756cfbf23acffc70dc8ec2800e2d10878284f2b81c1b9c3ac8c9a2b436d1b60b0d2f2dced3ad07cd59590912fc189c1f1e5ffcf570df8859ffc5f04d47773fbafbe6eefed40491d6c97b8f04d11a82a85b32f8c51244e9da533a6d97dc6f6b9a48ef401395f24a4407cb71c350335d07b36e9cdc13bfc373e779368b2be96c692eb5c3a049edd5eb72caf363f435d48c5c9d1f73b3006389ec3da80d77445618011c1ee4dc9054e686e41237b48be54c8d8c92d48951a269b7442995b629a754daa6a4126c67ac9228b4a095be5f4b2b49ad67e74862a53f4f5b891c300d9b49b2efe7de377324a5ccd16e96bf51be49cae707e92d0827591eca6da7073daba11869f7f7678c0e4ad921b9b2ecb0af3cacec318faa079310b5438cd6155397f43ed81f5771b12ec9266fea18f3aa8c05de3475c4eb862d1ab2215a06c6ddd81fbdcefec847f6a73b1c36568c80950385c34a55c756d32fb2f99949803818cece30fc266143d2587a0f161f740fc46625eee02fe555497cb2ab38104dd3da3c82674dcb8fa4997a936c5cbd1f9cb3f72913523f049074aa1f3e0574f4f9a3cf6fe5f34fcd02999d1cf8c802ad6181ba99f3c802f5c502491d58a031c8b37c6c676f4d1920f24b153b96bd12a518305d2ed007e933aae7489218aba994748751086e1e424a7560bc1c7964d10766699764d078450aed48f82855c2e7a547c6f7f02f48a033a0465a7ac3b048d9a524efe07730780e490bc2a2514bfa860c729049104dcd4da105ad76b48c01529e8a0192bb3140628d012ab61903546c3306482c182071cf0cd0afb8d1d2c7d4ce3fcb0fec595337520beac61caaada60a3dc311d412f246a10535b64c9fca9ed29f7ab8794ceb35c876cdb8380e360dd57478db121d5ec5b2c01bb62df3aaa58b8662a8a2636cc7b848a752f37ab15585596bb5587f69948bb86a5aba7aa0f853adead8ff92975992e625483a73cf417b9f654993241140e7ec55152db5a49e357d4e324e74e92b7239476ae64627e45a226069b3f29c9ae77a399b27489bdc36253f9f4535cf6e8ad031408f01fa4b0ad0637999c351ee10cacb1c06d7b249ccd5e89375f564d42a7d72d9f63634f7500b956bc8c84dfcc6cabab28d4485d28da8906a4445b1cd888a629b111552415448bd10151deac8648f3605c59bdabd6f9a424e698a357580fbaa2473ec919fa047de253db261c652b7483d5a9ff1b4ebf235b2a2189aee1abc2b1a02af8a12e29126a8bcad0b86a0880a56d463f99afda39d551538b403453b5a55c75668877cf885e417dac17260278771bcfe14924180180f585925d77aca9d5229919ea6e1950bee9e0f3a787ef0fde8d047873ec2dd23dc6d0977afa25b14342c9a5eebf63d81ddaed1d611e86a55a0dbf56e5c989aa8bca04329c35db50477577e2da411eeaadde0ae5c83bbc53683bbc53683bb720177e57dc3ddedccdd37ca555294bbe6a32ebb44b907d7712d4185ea90db3631289b05b6ba75846a3db8ddeec1a0265a8e6ef2d84500069126f386a2eb3cc2c83614a4c8b2a21ec1e0dec7ceab2ad0e9073a76d6ab3a767bf5555d9055cce4c9d7e6a06c6ec9b292cc4d9f7ba22c97932db4c99293daf26351cf672cfdfcc0e1d1c18f0e7e048b47b0b82158fc0e0700daa2c5a8c2ad1c3f9f3d5a0c8f20c8d6cf71ed03639eef51df2ee054af82d3bda909e622cfb28c69d532a6d54a98b6e5471e1bd1add60ddd2a35745b6c33745b6c3374ab14e856d9f747419ee479f50d8ad51414b7fe98e75e5e021f6ad7bdf4eb20da907ba2e4a8ec39b9a94f95a5b4a70bb85dd301aee318c8514d5e721485572d59e7912ab9bc268bb6eedaba2a1bda910ed83b5a5256a025e340d19251d5718399b08f7f5d3ef126c64589556e8a83187e929936649a45cce6e44c59890e175b11c08d93ca7c9d009460d55eb2e2230b35859d70ea055ece793686f3c1032e6128f7c329c8ece3d3874e2b1c03e51828fb0e948af3335fefb30a41b15b5af4fd523502715515c545dfef548e60bdef6f558d6077351d3a5721505695f65cb4e22fb60a418f1f2b91d9d7dab7f85ec96638a7273e27af2e9f26d825a5e537d6afcb07418c2a7fb333b58a7a6531008aac2382ad06fe46ef91bfd1bbf1376a8dbf29b6197f536c33fe462df81bb597cf9150c76e47e008dc933cb1036170848cc261fdf0da9a8f1bcde3ff3287490d1f12d1977e4864e34ca4ec38d3a94f95b2b4270cbe5d7febc3c1b2804c53e52d459178d5b06dde42168c764ccdd1b182154791bab139eaa954e57348e72d34723ac7f203cd50555f31d0340f14aa9a551d5b4155b6ae09922f5d82748f7fe27c1fc28aa64e127330d4cb3f8d03fb83392dd3128122b3105c8ae4e1987d9d67cdd43341e3c645f98f6fdf5e8fbe23cb6ba4fd63c93a923c68e3ac85b813d29605424878066cd031c48e217608c6691d624f5dd1525c55937531628e252d579349aad0c99c8d64d262c9c74d29a51e8a473eb7f296ddb9a5749a390426c43d8de39ea8a2f254f05ab5b259fad582c51b97e7f028bc9c75794b3920b3798149bbfb01caf1083c2e4dc6d1ca648e592273aed34b99a28d9c8dd18db3d16a9c4db1cd389b629b71365ac1d9681bad2891379d73b39d75fb265eb441b19ea4782af51932420b72a5edfc9803e858972e193133e6636938d55783b48ec3fa7a90ee8f5cdb5a825ef75aa39e1ab65c0d6288a266ca32ef68aacdabb2a0f1962e69bc60c8966c9bbaab687a37c240ac13065f1059b0c9e4d90a2a0893790c8fbf2d34201f33ca870f64636b70c0ee07be951293988caff36fdd40182711baa5b1b661e4ea6c761a75b9297e17422fc0d8b4ef5e3c57ccf0b436db0cadb3533782eb47273f3af9c13af953e3656915c023ce7b04ccdd00f3aa65614bec799c7eb15f7c3c66efb222184ade2dbe5ca4af3a8bb07e590eeb304b293445c0658f7f0f2a59858d751f38943874784c8b73f701bafb53880ed84b2d1e749ba041fcb78cce1b14eb43ad14baeb65e84e935686dd9727df66106f7603f17a0dc417db0cc417db0cc4eb0588d75b80f8d102884fd14f7710bfc387d037c2d75384dff0ec9e0aea3ff5f08a34717446be0790e4931f4461c8ed3b5729bbce35ea6edd55dbad78bd1eab3dcf75c002c2a203c225059bbcaa2387374cc3e54dc9540d2c29922d099da88bb4136ec35ca8df6ab2669458871b2f00579d231a0020f7f173e85429883ffe69158db120704c979591dcccb1213f7216d7c53cabf90fd2aaf270a4f47b8f6f67e5dedece12c52a5a762e02e08430c4a251c592aa5f7ca7979c0ffadf7a3413267148620a1c70e695d269b1625030b8735095cc377ae046e5f39ebc289c30ece94396cae93358757274e5a32b3fe9c21071d13dcb24c54a50bde89edbac0c59e29efb5919b286a66c434eacb26785a45835ad68893d3b9114a57a1aab8cba3551d1ba42c801311522ed0cda72152fbc183ffe3759064f864cac163b6cb1b5fb76fe15f786bcc3b0cceb3234e9567372818718af49895dd904b1ca26e4d5e8434864d0d277b834259d15910739a04362975bb82e51176482512113c41299b0b6658db402a5f43af00a468d5728b619af506c335ec128780563a3c901d2e60539d65905f6bad06fb6fe840208794b858caa8fa7481335bec048f982168e57630e866d3ede286d5247e3a9860c4ba60988a0f33e7284d2ee11a83b8d61adb34beaf5185885d797fb668ecd35d1706dcbb078ac5a12af5ab6c49b8225f39a6b224d165d5396ed4ed81cba02fa6597525d09da371c2b4b74852eab160d930aee87095da49a9665e872b38cae244bbc666055ab7baad93be0a8c38dfe5bf4e54ef93ffaf3d19f0f79bec0aaea024bdc73abf9027d63f1039c2fa0adfa44e8127b6e355f601730fc0b9f2f706818bcb48097ceb605f1855e1d87d49dc0ba5405eb2f1b978e2f961adc5cc35d0277b11b70376bc0bdd866c0bdd866c0dd2c80bbb96fe05e7d00e53a8f7433c19113b237d72d9e4115d943881260f704d85e60587d9389013b18803c311cef330da87b0b67ad7fefec13e44b06b910b9bcae3a1aaf1a2e291d89055eb56dc35464413584ce6b076a20ff60d60e405e4c4743ac9759862ae82e3a53add8598cc28af14396f6d25ccb7472686f05090df25b8026e41cc21d847e320d18de82ee047f189c95e644a6fd79487b3a9afb495be7ac48d19bf14b3ac8482f131b2ea33d4371d98bf1cdf9f5c56b926d49debdbcbae160fbcdf8fa027ebdb8f8767c3d7e757e31ba1cdf70bf7d0bc72135bfbebc381fbd2adf4b6ab8174bdec5cdce2fce2fafc86d5e5f5f9d8f6faeb8a2b62d97250bae5ce9842ba6fd946e2737dc2e1f9614771c9dbfb9f8e1e2c5e845f97aa5e1faf248a21001babe787bfee6aa2c416d7a26f9086089851fff444c7cc95dbc7a01067c71755d96a835482c775dcd4f6dc4bd1cbf1995e5e9cd8f242a4bfa767cfefd0854ba0059e5eb8d261b2578e1ea6f2f5e8d2ecb179b0d17b3a961b15735f0f5f8e6f5d5ab9bd13797e38a0337397e9a3d0a01a4edcd966d783d5fa8c44045268c9cc1814a6f2fdf8024eecdf5c5cbf1cd9beb312756842e47729d854a15a1f272f8d155a85c11aa2cc70d5d852a15a14d01308bbc80a0f105b9b9c88a9826af0fad1847f71474c4252157dfdc8caf7f1811b71fdf50d4029d2cc32123df46bef3f899f684e7595a856bef30749dd1848e34f574ac7e9272181dd88f148392141306139ac6f3ee2c3df623a4a9391ded64880b405640d772378e6e334ea5da110c3ff8f187fcf024be43924ac60696ab6349b211d2142c28ba2dab9683554b5691ab2bae21a948562c6c5bb2645bb623cad8b5441d89ba29d98622496239ab95542189e9f5d5e5e3bfbe81e8213bbf83474ef7fe336cdd8c5fbe1e3ffefb155cfc408a909f110d4b7c0c60426beacde7144ab39dd8294da120869e580f831a9717253e2e51040e7a8859cc4f01c992a5e13e9a657b4b62d25d2a75157fe2c0d3a53d7d3ad6873bc2a531f51bd6874edc909a9841354a1db0d18c2a1b96a10a3a2f634d85318c66f286613bbc64c8b2e4b88ae35aee6e98b41446a5ae58fe724aaa3b5db9b052791dd9c855b0c863b000af9a36e22ddb927847c158910cd5d090b273e5a50d95771517eb926cf2a68e31afca3084344d1df1ba618b866c889681f1ce95970be5f52eca3b0e360dd57478db121d5ec5b2c01bb62df3aaa58b8662a8a263ec5e79a5505eeaa27ccb0f83ef56797543b769f921bbdd2aaf6deaf3edcaeeef56797d43e55b5699dbadf246bd94737bc769b7e67db7ea9bd5f725ad956f39eb7dc7dd94b0a1f62de705ec587bb13ed9b3b5fe2d298f1deb2f355a1f86c0efc3c8a13c87c70a5c4e6004cebe3eca28fb713c27f41e3d5699a9535e2de3646b0ffef15f1f3fb25f9f3efde37fb95f932dda38d8fefa84aefab059ed0a9fcb8f4d70408e0fb96b6c87b7a4202a2d9f4a16e060ca2cc55c0afd08b68ed3fa1728026177284ebfbfe3e128c25c30fcc7df8960322cf4825b907ac2dd61fb2e24e7a4fbe9ac0b384266d194f6590f4487df07bf0f2ec9fa14cf8de00fe8e1d01b81e6b7d8474eba7425bfe319177b94f3b4d1d4a2445a3c4b1eff16c36dd1033d106104cda47c24b9122580efb9076e1acebdfbf084149ecd744ff03d61cf42b07f6e716208c7b3c98fc7bfb19b3cfe0c5a12f63e7d60533cbfa3de3362a42262af5c9cf08c5832359613966c459f801bd10ab694094c97a270f3d0a1dbfee3e700a321f736c87e53dde9690fd0e220af41122753c409bfa12d4dcf8cb3b52d01581d9c09d19949ecabb653ec78614cad7c9e109abdec40e93298b3faa2b1e2d032a58ba3acea2e38085933c6de3d9032bbb8581a03a7c0e302bde00c783e27b918386746e057cc79b7acb82bd13cfd186f2a3e2bce9b19e726f4d306b24ff6b0fdcc3f52f3d086be4e9b4d2f67e79ca5f3e042fa9565e4db894f9b14a19f52c69716084e0dfac041f0de866caa1c958582215716fbf8798ea755a9f99915dd32c9f4825c30692513f11b1a14380ee955a4cd6920389e0b5e8ae1beafa878f2dc0378ea19b5ecc5738f14f0a12d7e13ce2030ea4fbdec237642d30859654744859c2808dc57436eccd49d43a02388a1b215a609e5abe174a613f5b339dc89def21ad3cf53139f87ebc18ef45d40615df0810f80be11a9b11b93070709681a128111b9004e8c98043893568376b0ed4d917f927e9189038c8a1cb250d023e59923cf020fb80cc995d3c7bf4220d29ff42a0707d945e9f364b73e218e971d486fe620aa3d89331bfb0eaac416899f98260878a62418e98f5244fb3ebea70661c9a49a1662ef36409076e8d462bad4f1f1e7df07b57c477784ae4b320cd92286bcf7e2c79fd3570116b9e65538b520d341c8a2e8363cabdc25e78fd37c55ad890ca77efaf4ff53b6f3c9', 13, '5cdb2bbd2a0f35bf44ccd526a1f8722d8b4f139aa58ae14afe57a62bef4cf5ab', 0);

INSERT INTO public.contact VALUES (1, 1, 1, 0, 'gobiernodigital@cartagena.example', NULL, 'member', NULL, NULL);
INSERT INTO public.contact VALUES (2, 1, 1, 1, 'jefatura.oai@cartagena.example', NULL, 'head', NULL, NULL);
INSERT INTO public.contact VALUES (3, 1, 3, 0, 'usoyapropiacion@cartagena.example', NULL, 'member', NULL, NULL);
INSERT INTO public.contact VALUES (4, 1, 3, 1, 'jefatura.oai@cartagena.example', NULL, 'head', NULL, NULL);

INSERT INTO public.correspondence VALUES (1, 1, 1, '2023-Q2', 'g3tn3h6tpl');
INSERT INTO public.correspondence VALUES (2, 1, 3, '2023-Q2', 'vnlbwlgscg');
INSERT INTO public.correspondence VALUES (3, 1, 1, '2023-Q1', '5d3kfjzr6n');
INSERT INTO public.correspondence VALUES (4, 1, 3, '2023-Q1', 'dfyzvvvelr');

INSERT INTO public.decision VALUES (1, 1, 'silence', 1, NULL, '', '2023-07-19', '2023-08-01', 'Vacaciones', 'Coordinación', '2023-07-19 15:00:00+00', NULL, NULL, NULL);

INSERT INTO public.entity VALUES (1, 'cartagena', 'Alcaldía de Cartagena', NULL, 22, '8d402fbb7755b443fa16f806e9370a9bdc204f01478d4759e2f566435ae6b19b', '{}');

INSERT INTO public.event VALUES (1, 1, 1, 'period_opened', 'plan:1', '{"closes_on":"2023-04-18","period":"2023-Q1","plan":"cartagena_2023","report_by":"2023-04-11"}', 'gdflow', '2023-04-10 13:00:00+00', '0000000000000000000000000000000000000000000000000000000000000000', '174b7a8cda02b13a5f5293cbf0bce2d01430745b1d823106b4734c569f7d87ab');
INSERT INTO public.event VALUES (2, 1, 2, 'period_opened', 'plan:1', '{"closes_on":"2023-07-17","period":"2023-Q2","plan":"cartagena_2023","report_by":"2023-07-10"}', 'gdflow', '2023-04-10 13:00:00+00', '174b7a8cda02b13a5f5293cbf0bce2d01430745b1d823106b4734c569f7d87ab', '901ccae84714358bc75fc99f5ca0d173396be2affdbfb8f0464e64cdec40cce5');
INSERT INTO public.event VALUES (3, 1, 3, 'plan_imported', 'plan:1', '{"code":"cartagena_2023","lines":12,"outcome":"new","source":"cartagena_2023.xlsx"}', 'gdflow', '2023-04-10 13:00:00+00', '901ccae84714358bc75fc99f5ca0d173396be2affdbfb8f0464e64cdec40cce5', 'c49ff412ba22e15a8fb02a7ea5347360cce0914945c4858e32e2d53fae16366e');
INSERT INTO public.event VALUES (4, 1, 4, 'webhook_added', 'webhook:1', '{"events":["period.closed"],"url":"https://tablero.cartagena.example/gdflow"}', 'Coordinación', '2023-07-03 13:00:00+00', 'c49ff412ba22e15a8fb02a7ea5347360cce0914945c4858e32e2d53fae16366e', 'dfd577b790b41c0701562b3c73b0941e2211b86657bbcac57377edb1c55e0164');
INSERT INTO public.event VALUES (5, 1, 5, 'webhook_added', 'webhook:2', '{"events":["period.closed"],"url":"https://archivo.cartagena.example/gdflow"}', 'Coordinación', '2023-07-03 13:00:00+00', 'dfd577b790b41c0701562b3c73b0941e2211b86657bbcac57377edb1c55e0164', 'ee13496cbdaf52ff242c35315a25a42bc342a49933a94d3a072dab6412c2cbf9');
INSERT INTO public.event VALUES (6, 1, 6, 'webhook_disabled', 'webhook:2', '{"left":0,"url":"https://archivo.cartagena.example/gdflow"}', 'Coordinación', '2023-07-03 13:00:00+00', 'ee13496cbdaf52ff242c35315a25a42bc342a49933a94d3a072dab6412c2cbf9', '9efe39aa7f0e459a0bfa5cbc8a59ab3602ba032969391719423dbac4a80e52ff');
INSERT INTO public.event VALUES (7, 1, 7, 'period_opened', 'plan:1', '{"closes_on":"2023-10-13","period":"2023-Q3","plan":"cartagena_2023","report_by":"2023-10-06"}', 'gdflow', '2023-07-10 13:00:00+00', '9efe39aa7f0e459a0bfa5cbc8a59ab3602ba032969391719423dbac4a80e52ff', '51a01604ac489cfbff421252dd6a2cd2d37a2e5adbacc359130a05cf3e93adba');
INSERT INTO public.event VALUES (8, 1, 8, 'scanned', 'day:2023-07-10', '{"known":0,"new":9,"notices":2}', 'gdflow', '2023-07-10 13:00:00+00', '51a01604ac489cfbff421252dd6a2cd2d37a2e5adbacc359130a05cf3e93adba', 'eb686c813bd99669cd8be4e72b231bd34e973c33cb3ed6f74e3347732d862f3d');
INSERT INTO public.event VALUES (9, 1, 9, 'form_received', 'team:3', '{"lines":[11],"problems":0,"receipt":"R-ZBXR-72QN-46TR"}', 'Equipo de Uso y Apropiación', '2023-07-11 15:00:00+00', 'eb686c813bd99669cd8be4e72b231bd34e973c33cb3ed6f74e3347732d862f3d', '7d289136abd88cb1e77dfd1fc63c56606912ebf33c850ec37cd49a786de988fe');
INSERT INTO public.event VALUES (10, 1, 10, 'form_received', 'team:1', '{"lines":[],"problems":0,"receipt":"R-ILCU-FRSA-FVOZ"}', 'Equipo Gobierno Digital', '2023-07-11 15:00:00+00', '7d289136abd88cb1e77dfd1fc63c56606912ebf33c850ec37cd49a786de988fe', '817cd28dd3c1d6a9ac9b39d0b04a4e681ee55ac62bb9f3bc2d9148fca6bec9e9');
INSERT INTO public.event VALUES (11, 1, 11, 'evidence_added', 'line:11', '{"annex":1,"evidence":1,"period":"2023-Q2","sha256":"f5117edb193052414d3b7496857953fd5c40d289c84ce675aa0bd361d40ffd76"}', 'Equipo de Uso y Apropiación', '2023-07-12 13:00:00+00', '817cd28dd3c1d6a9ac9b39d0b04a4e681ee55ac62bb9f3bc2d9148fca6bec9e9', '7a5fff98cefcdd20687d44b4dc20349e51d9d80d0b4dd4d53e5b2c6f95626e49');
INSERT INTO public.event VALUES (12, 1, 12, 'line_reported', 'line:8', '{"line":8,"period":"2023-Q2","receipt":"R-HTJM-HYH5-XPRX"}', 'enlace', '2023-07-12 13:00:00+00', '7a5fff98cefcdd20687d44b4dc20349e51d9d80d0b4dd4d53e5b2c6f95626e49', 'eabf5d8ecea9e22ee4e6010f1e9f707cc6ab90a258092fc37f6a2c00316eec21');
INSERT INTO public.event VALUES (13, 1, 13, 'period_closed', 'plan:1', '{"in_spite":[],"number":1,"period":"2023-Q1","plan":"cartagena_2023","sha256":"8411137b4c05ad97398001382a7ae43ce9672f9f49d670d0995972b5cba538fa"}', 'Coordinación', '2023-07-18 13:00:00+00', 'eabf5d8ecea9e22ee4e6010f1e9f707cc6ab90a258092fc37f6a2c00316eec21', '5cdb2bbd2a0f35bf44ccd526a1f8722d8b4f139aa58ae14afe57a62bef4cf5ab');
INSERT INTO public.event VALUES (14, 1, 14, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"minutes","sha256":"5cb8b80b1b8107e54c61d4e905801f1f3b6975de74ad88e221836ace38e3b4ed"}', 'gdflow', '2023-07-18 13:00:00+00', '5cdb2bbd2a0f35bf44ccd526a1f8722d8b4f139aa58ae14afe57a62bef4cf5ab', '426c99e765be9a86eb2d2bb654fd839f7ec8b053b599bc7a7505cbe750d3896a');
INSERT INTO public.event VALUES (15, 1, 15, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"report","sha256":"c0dbca0f6db95e0c9917cfa27d443f1ee9b1114b911c071d1781cb5bcc66e2bc"}', 'gdflow', '2023-07-18 13:00:00+00', '426c99e765be9a86eb2d2bb654fd839f7ec8b053b599bc7a7505cbe750d3896a', '894554b7cddd8fabce9817ed052aae4e2aa782ce3026ac8c43fa0148bd207e6b');
INSERT INTO public.event VALUES (16, 1, 16, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"workbook","sha256":"db318cbf1eed0bf2ea1a136ebf25471733efbc4cd1f0305cd9d97e92e461b55d"}', 'gdflow', '2023-07-18 13:00:00+00', '894554b7cddd8fabce9817ed052aae4e2aa782ce3026ac8c43fa0148bd207e6b', 'f018f340e9e1f0c4aa957b7565e3af8c1b95995d9c6a5abbfc21a10cd0795e85');
INSERT INTO public.event VALUES (17, 1, 17, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"official","sha256":"2f5a25eb01f9dac9e8b3d1f9d1b4757b41386812dd03f793eeec084f57362007"}', 'gdflow', '2023-07-18 13:00:00+00', 'f018f340e9e1f0c4aa957b7565e3af8c1b95995d9c6a5abbfc21a10cd0795e85', 'bde0b137c875436f5f4b42161dbac45cc0255014dabd83bb582e0898d4f87f07');
INSERT INTO public.event VALUES (18, 1, 18, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"word","sha256":"0f6efb4a7a3d87ee3ab669768cb2bf76d57d7b66a4611c80566e47674ce7aff1"}', 'gdflow', '2023-07-18 13:00:00+00', 'bde0b137c875436f5f4b42161dbac45cc0255014dabd83bb582e0898d4f87f07', 'd8cc4e919bc64639aa079c7570c4f9dc2c0bfdbb51cc8dc9b3f8640fe77a2621');
INSERT INTO public.event VALUES (19, 1, 19, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"page","sha256":"d08edc9a978d3347228724737107d1585a1e6c0f83d4ec9d69a7da23c1e0e56f"}', 'gdflow', '2023-07-18 13:00:00+00', 'd8cc4e919bc64639aa079c7570c4f9dc2c0bfdbb51cc8dc9b3f8640fe77a2621', '3e3c4e65b00d9f30fa729fc4ed3b96a6259cc251c28f1f5d9ff401327ac6f7ba');
INSERT INTO public.event VALUES (20, 1, 20, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"data","sha256":"6ebe1e3b6e1882f7afd2dd9cdc4fa6dbd9c881e8aa38909255c39cb00573c06f"}', 'gdflow', '2023-07-18 13:00:00+00', '3e3c4e65b00d9f30fa729fc4ed3b96a6259cc251c28f1f5d9ff401327ac6f7ba', 'c864eca875d2a2854e82d63b0fdeb02771f420d7a937b9ab646c9c090f3ad7d1');
INSERT INTO public.event VALUES (21, 1, 21, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"snapshot","sha256":"8411137b4c05ad97398001382a7ae43ce9672f9f49d670d0995972b5cba538fa"}', 'gdflow', '2023-07-18 13:00:00+00', 'c864eca875d2a2854e82d63b0fdeb02771f420d7a937b9ab646c9c090f3ad7d1', '64581e3d13361d74aa5dd55878499d12034a2c8c85d39fd0ca239c3d16ae17eb');
INSERT INTO public.event VALUES (22, 1, 22, 'consolidated', 'plan:1', '{"closing":null,"missing":6,"period":"2023-Q2","plan":"cartagena_2023"}', 'gdflow', '2023-07-18 13:00:00+00', '64581e3d13361d74aa5dd55878499d12034a2c8c85d39fd0ca239c3d16ae17eb', '8d402fbb7755b443fa16f806e9370a9bdc204f01478d4759e2f566435ae6b19b');

INSERT INTO public.evidence VALUES (1, 1, 1, 'https://cartagena.example/acta.pdf');

INSERT INTO public.form_issue VALUES (1, 1, 1, '2023-Q2', '6d96125b7842898dac2ae6e46a228d9e9c4a87213b3c11e5d17ab8c8a2a7ddca', '[1]', '2023-07-10 13:00:00+00');
INSERT INTO public.form_issue VALUES (2, 1, 3, '2023-Q2', 'c6ed35ff2c70c9aa169d0b481dbcba565766688e28cec3d139982a17f9ac518d', '[1]', '2023-07-10 13:00:00+00');
INSERT INTO public.form_issue VALUES (3, 1, 3, '2023-Q2', 'f4a3b9b05467b79990bcf53a67d2f3f84c0e1fba002f947015308ab8afe6b865', '[1]', '2023-07-11 13:00:00+00');
INSERT INTO public.form_issue VALUES (4, 1, 1, '2023-Q2', '73119c5e4ded7ba03f93c7862ca45db122d07c92081b1895f1026e203e005746', '[1]', '2023-07-11 13:00:00+00');

INSERT INTO public.import_draft VALUES (1, 1, 'plan.xlsx', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19', NULL, NULL, '"{}"', '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL, '"{}"');

INSERT INTO public.import_issue VALUES (1, 1, 1, 1, 0, 'PLAN DE ACCION', NULL, NULL, 'placeholder_zero', 'info', '0', 'vacío', 'En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 2» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO public.import_issue VALUES (2, 1, 1, 1, 1, 'PLAN DE ACCION', NULL, NULL, 'placeholder_zero', 'info', '0', 'vacío', 'En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 3» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO public.import_issue VALUES (3, 1, 1, 1, 2, 'PLAN DE ACCION', NULL, NULL, 'placeholder_zero', 'info', '0', 'vacío', 'En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 4» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO public.import_issue VALUES (4, 1, 1, 1, 3, 'PLAN DE ACCION', 8, 'J8', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J8: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (5, 1, 1, 1, 4, 'PLAN DE ACCION', 9, 'J9', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J9: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (6, 1, 1, 1, 5, 'PLAN DE ACCION', 10, 'J10', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J10: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (7, 1, 1, 1, 6, 'PLAN DE ACCION', 11, 'J11', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J11: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (8, 1, 1, 1, 7, 'PLAN DE ACCION', 12, 'J12', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J12: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (9, 1, 1, 1, 8, 'PLAN DE ACCION', 13, 'J13', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J13: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (10, 1, 1, 1, 9, 'PLAN DE ACCION', 14, 'J14', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J14: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (11, 1, 1, 1, 10, 'PLAN DE ACCION', 15, 'J15', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J15: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (12, 1, 1, 1, 11, 'PLAN DE ACCION', 16, 'J16', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J16: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (13, 1, 1, 1, 12, 'PLAN DE ACCION', 17, 'J17', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J17: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (14, 1, 1, 1, 13, 'PLAN DE ACCION', 12, 'D12', 'duplicate_number', 'info', '4', NULL, 'Celda D12: el número 4 ya lo tiene la fila 11; las dos líneas se conservan, cada una con su dato.');

INSERT INTO public.inbound_mail VALUES (1, 1, '<1@cartagena.example>', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', 'ana@cartagena.example', 'Hola', '2023-07-19 15:00:00+00', 'quarantined', NULL, '', 'no_team', 'Hola', NULL);

INSERT INTO public.job VALUES (1, 1, 'reports', '"{}"', 'k', 'Coordinación', '2023-07-19 15:00:00+00', 'queued', NULL, NULL, NULL, NULL, 0, 0, 0, NULL, '"{}"', NULL, NULL);

INSERT INTO public.last_run VALUES (1, 1, 'scan', '2023-07-19 15:00:00+00', '2023-07-19 15:00:00+00', 'done', '2023-07-19 15:00:00+00', NULL);

INSERT INTO public.line VALUES (1, 1, 1, '538b8507-3e65-5c69-88cd-28332df4dfbf', 0, 'PLAN DE ACCION', 8, '1', 'Definir la hoja de ruta para la implementación de Gobierno Digital', 'Hoja de ruta para la implementación de Gobierno Digital a 2023', 'Hoja de ruta para la implementación de Gobierno Digital definida', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Hoja de ruta para la implementación de Gobierno Digital definida', 'sum', NULL, NULL, NULL, '1', 0, 'P', '{}', '{"0":"1","1":"Hoja de ruta gobierno digital","2":"P: Planear","3":"1. Definir la hoja de ruta para la implementación de Gobierno Digital","4":"Hoja de ruta para la implementación de Gobierno Digital a 2023","5":"Hoja de ruta para la implementación de Gobierno Digital definida","6":"1 Hoja de ruta para la implementación de Gobierno Digital definida","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para el primer trimestre se adjunta la hoja de ruta que contiene todos los elementos que se esperan construir en el marco de la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)"}', '{"2023-Q1":"L8","2023-Q2":"M8","2023-Q3":"N8","2023-Q4":"O8"}', NULL);
INSERT INTO public.line VALUES (2, 1, 1, '7acaf4e1-edea-59ca-bcb2-d4ee428586a4', 1, 'PLAN DE ACCION', 9, '2', 'Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital', 'Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital', NULL, '2023-01-01', '2023-12-31', true, 4000000, 'count', false, '4 Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital', 'sum', NULL, NULL, NULL, '1', 0, 'V', '{}', '{"0":"1","1":"Hoja de ruta gobierno digital","2":"V: Verificar","3":"2. Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","4":"Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","6":"4 Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","7":"2023-01-01","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"4","11":"1","12":"0","13":"0","14":"0","15":"25.0%","16":"1. Para primer trimestre se presenta un grafico estadístico que mide el avance por cada uno de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)"}', '{"2023-Q1":"L9","2023-Q2":"M9","2023-Q3":"N9","2023-Q4":"O9"}', NULL);
INSERT INTO public.line VALUES (3, 1, 1, 'f4fe7239-97ee-53e0-997a-78c18381b8ee', 2, 'PLAN DE ACCION', 10, '3', 'Sensibilizar a las áreas de gestión OAI sobre la Política de Gobierno Digital', '- Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito', 'Se mide el avance del Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado', '2023-01-01', '2023-07-31', true, 21000000, 'count', false, '21 actividades programadas en el Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado', 'sum', NULL, NULL, NULL, '2', 1, 'H', '{}', '{"0":"2","1":"Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito","2":"H: Hacer","3":"3. Sensibilizar a las áreas de gestión OAI sobre la Política de Gobierno Digital","4":"- Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito","5":"Se mide el avance del Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado","6":"21 actividades programadas en el Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado","7":"2023-01-01","8":"2023-07-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"21","11":"7","12":"0","13":"0","14":"0","15":"33.3%","16":"1. Para el primer trimestre se presenta el cronograma anual de actividades de sensibilización de la política de gobierno digital (Anexo 02 Sensibilización Gobierno Digital: cronograma de reuniones)."}', '{"2023-Q1":"L10","2023-Q2":"M10","2023-Q3":"N10","2023-Q4":"O10"}', NULL);
INSERT INTO public.line VALUES (4, 1, 1, 'dde9859d-cb1d-5e30-8cc3-5b7184851d8e', 3, 'PLAN DE ACCION', 11, '4', 'Establecimiento de la línea base de Gobierno Digital para 2023', 'Actas de reunion con evidencias de compromisos adquiridos en las mesas de transformación digital', 'Midel el numero de mesas de transformacion digital realizadas dejando como evidencia las actas de reunión con los compromisos adquiridos elaboradas', '2023-01-01', '2023-07-31', true, 21000000, 'count', false, '# Actas de reunión con evidencias de compromisos adquiridos elaboradas', 'sum', NULL, NULL, NULL, '2', 1, 'H', '{}', '{"0":"2","1":"Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito","2":"H: Hacer","3":"4. Establecimiento de la línea base de Gobierno Digital para 2023","4":"Actas de reunion con evidencias de compromisos adquiridos en las mesas de transformación digital","5":"Midel el numero de mesas de transformacion digital realizadas dejando como evidencia las actas de reunión con los compromisos adquiridos elaboradas","6":"# Actas de reunión con evidencias de compromisos adquiridos elaboradas","7":"2023-01-01","8":"2023-07-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"21","11":"2","12":"0","13":"0","14":"0","15":"9.5%","16":"1. Para primer trimestre se adjunta una carpeta con las evidencias de las actas de reunion realizadas con la mesa de transformación digital (Anexo 02 Sensibilización Gobierno Digital: actas de reunión)"}', '{"2023-Q1":"L11","2023-Q2":"M11","2023-Q3":"N11","2023-Q4":"O11"}', NULL);
INSERT INTO public.line VALUES (5, 1, 1, '344867f8-f180-512a-a605-c7080414e45f', 4, 'PLAN DE ACCION', 12, '4', 'Establecimiento de la línea base de Gobierno Digital para 2023', 'Informe de línea base de Gobierno Digital para 2023', 'Línea base de Gobierno Digital para 2023 establecida', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Informe con la Línea base de Gobierno Digital para 2023 establecida', 'sum', NULL, NULL, NULL, '3', 2, 'H', '{}', '{"0":"3","1":"Línea base Gobierno Digital","2":"H: Hacer","3":"4. Establecimiento de la línea base de Gobierno Digital para 2023","4":"Informe de línea base de Gobierno Digital para 2023","5":"Línea base de Gobierno Digital para 2023 establecida","6":"1 Informe con la Línea base de Gobierno Digital para 2023 establecida","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se presenta un grafico estadístico que mide el punto de partida de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital. Este informe estadístico presenta una línea base del 28,72%. Es decir, este es el punto de partida para 2023 (Anexo 03 Informe de línea base de Gobierno Digital para 2023)"}', '{"2023-Q1":"L12","2023-Q2":"M12","2023-Q3":"N12","2023-Q4":"O12"}', NULL);
INSERT INTO public.line VALUES (6, 1, 1, '3461bd79-efa0-5a63-8477-aeac84a43345', 5, 'PLAN DE ACCION', 13, '5', 'Organizar el repositorio de los productos de Gobierno Digital', 'Repositorio de los productos de Gobierno Digital', 'Repositorio de los productos de Gobierno Digital organizado', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Repositorio de los productos de Gobierno Digital organizado', 'sum', NULL, NULL, NULL, '4', 3, 'H', '{}', '{"0":"4","1":"Repositorio Gobierno Digital","2":"H: Hacer","3":"5. Organizar el repositorio de los productos de Gobierno Digital","4":"Repositorio de los productos de Gobierno Digital","5":"Repositorio de los productos de Gobierno Digital organizado","6":"1 Repositorio de los productos de Gobierno Digital organizado","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se crea el sitio donde se almacenan los productos de la política de gobierno digital (Anexo 04 Repositorio de los productos de Gobierno Digital)"}', '{"2023-Q1":"L13","2023-Q2":"M13","2023-Q3":"N13","2023-Q4":"O13"}', NULL);
INSERT INTO public.line VALUES (7, 1, 1, 'fdd8ad59-2d44-5b37-a52f-631c7fc75386', 6, 'PLAN DE ACCION', 14, '6', 'Generar el cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito', 'Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito', 'Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado', 'sum', NULL, NULL, NULL, '5', 4, 'P', '{}', '{"0":"5","1":"Ejercicios de arquitectura empresarial","2":"P: Planear","3":"6. Generar el cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito","4":"Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito","5":"Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado","6":"1 Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se presenta el cronograma de las actividades a realizar en el marco de la arquitectura empresarial del distrito (Anexo 05 Ejercicios de arquitectura empresarial)"}', '{"2023-Q1":"L14","2023-Q2":"M14","2023-Q3":"N14","2023-Q4":"O14"}', NULL);
INSERT INTO public.line VALUES (8, 1, 1, 'de30a995-b442-58cc-bab0-096d7e4e4d42', 7, 'PLAN DE ACCION', 15, '7', 'Hacer seguimiento al cronograma de ejercicios de arquitectura empresarial', 'Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial', 'Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados', '2023-01-01', '2023-12-31', true, 10000000, 'count', false, '10 Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados', 'sum', NULL, NULL, NULL, '5', 4, 'V', '{}', '{"0":"5","1":"Ejercicios de arquitectura empresarial","2":"V: Verificar","3":"7. Hacer seguimiento al cronograma de ejercicios de arquitectura empresarial","4":"Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial","5":"Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados","6":"10 Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados","7":"2023-01-01","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"10","11":"0.3","12":"0","13":"0","14":"0","15":"3.0%","16":"1. Para primer trimestre se presenta un gráfico estadístico que se actualiza mensualmente desde el mes de febrero, que mide el nivel de avance de cada uno de los dominios de la arquitectura empresarial (Anexo 05 Ejercicios de arquitectura empresarial)"}', '{"2023-Q1":"L15","2023-Q2":"M15","2023-Q3":"N15","2023-Q4":"O15"}', NULL);
INSERT INTO public.line VALUES (9, 1, 1, '38116933-d65c-5306-b726-083b3c97f467', 8, 'PLAN DE ACCION', 16, '9', 'Hacer el reporte a FURAG', 'Repositorio con evidencias para el reporte a FURAG', 'Repositorio con evidencias para el reporte a FURAG alistado', '2023-03-01', '2023-04-30', true, 1000000, 'count', false, 'Repositorio con evidencias para el reporte a FURAG alistado', 'sum', NULL, NULL, NULL, '6', 5, 'H', '{}', '{"0":"6","1":"Reporte FURAG","2":"H: Hacer","3":"9. Hacer el reporte a FURAG","4":"Repositorio con evidencias para el reporte a FURAG","5":"Repositorio con evidencias para el reporte a FURAG alistado","6":"Repositorio con evidencias para el reporte a FURAG alistado","7":"2023-03-01","8":"2023-04-30","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"1. Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)"}', '{"2023-Q1":"L16","2023-Q2":"M16","2023-Q3":"N16","2023-Q4":"O16"}', NULL);
INSERT INTO public.line VALUES (10, 1, 1, 'e0ae1d04-24e9-57ad-898f-92958e242c20', 9, 'PLAN DE ACCION', 17, '10', 'Elaborar y hacer seguimiento a los Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias', 'Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias con seguimiento', 'Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento', '2023-04-30', '2023-12-31', true, 1000000, 'count', false, 'Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento', 'sum', NULL, NULL, NULL, '7', 6, 'A', '{}', '{"0":"7","1":"Planes de mejoramiento","2":"A: Actuar","3":"10. Elaborar y hacer seguimiento a los Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias","4":"Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias con seguimiento","5":"Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento","6":"Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento","7":"2023-04-30","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"1. Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)"}', '{"2023-Q1":"L17","2023-Q2":"M17","2023-Q3":"N17","2023-Q4":"O17"}', NULL);
INSERT INTO public.line VALUES (11, 1, 1, '618fcb8b-e5b2-5bc2-90b3-6f9a631f933c', 10, 'PLAN DE ACCION', 18, '11', 'Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital', 'Estrategia de uso y apropiación', 'mide el porcentaje de avance en la construcción de la estrategia de uso y apropiación', '2023-02-01', '2023-12-31', true, 1000000, 'count', false, '1 Estrategia de uso y apropiación definida', 'sum', NULL, NULL, NULL, '8', 7, 'H', '{}', '{"0":"8","1":"Estrategia de uso y apropiación","2":"H: Hacer","3":"11. Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital","4":"Estrategia de uso y apropiación","5":"mide el porcentaje de avance en la construcción de la estrategia de uso y apropiación","6":"1 Estrategia de uso y apropiación definida","7":"2023-02-01","8":"2023-12-31","9":"Equipo de Uso y Apropiación","10":"1","11":"0.2","12":"0","13":"0","14":"0","15":"20.0%","16":"1. Para primer trimestre se presenta el documento inicial sobre la estrategia de uso y apropiación del distrito (08 Cultura y Apropiación Gobierno Digital)"}', '{"2023-Q1":"L18","2023-Q2":"M18","2023-Q3":"N18","2023-Q4":"O18"}', NULL);
INSERT INTO public.line VALUES (12, 1, 1, '282023af-75d6-58f7-a5e0-5cc894305807', 11, 'PLAN DE ACCION', 19, '11', 'Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital', 'cronograma para la implementación de la estrategia de uso y apropiación', 'Mide el nivel de avance del cronograma de la implementación de la estrategia de uso y apropiación', '2023-02-01', '2023-12-31', true, 1000000, 'percent', false, '1 cronograma de actividades de acuerdo a la estrategia de uso y apropiación', 'sum', NULL, NULL, NULL, '8', 7, 'H', '{}', '{"0":"8","1":"Estrategia de uso y apropiación","2":"H: Hacer","3":"11. Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital","4":"cronograma para la implementación de la estrategia de uso y apropiación","5":"Mide el nivel de avance del cronograma de la implementación de la estrategia de uso y apropiación","6":"1 cronograma de actividades de acuerdo a la estrategia de uso y apropiación","7":"2023-02-01","8":"2023-12-31","9":"Equipo de Uso y Apropiación","10":"100%","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito"}', '{"2023-Q1":"L19","2023-Q2":"M19","2023-Q3":"N19","2023-Q4":"O19"}', NULL);

INSERT INTO public.node VALUES (1, 1, 1, 0, NULL, 'Hoja de ruta gobierno digital', '["Hoja de ruta gobierno digital"]');
INSERT INTO public.node VALUES (2, 1, 1, 1, NULL, 'Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito', '["Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito"]');
INSERT INTO public.node VALUES (3, 1, 1, 2, NULL, 'Línea base Gobierno Digital', '["Línea base Gobierno Digital"]');
INSERT INTO public.node VALUES (4, 1, 1, 3, NULL, 'Repositorio Gobierno Digital', '["Repositorio Gobierno Digital"]');
INSERT INTO public.node VALUES (5, 1, 1, 4, NULL, 'Ejercicios de arquitectura empresarial', '["Ejercicios de arquitectura empresarial"]');
INSERT INTO public.node VALUES (6, 1, 1, 5, NULL, 'Reporte FURAG', '["Reporte FURAG"]');
INSERT INTO public.node VALUES (7, 1, 1, 6, NULL, 'Planes de mejoramiento', '["Planes de mejoramiento"]');
INSERT INTO public.node VALUES (8, 1, 1, 7, NULL, 'Estrategia de uso y apropiación', '["Estrategia de uso y apropiación"]');

INSERT INTO public.notice VALUES (1, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-10|email|digest', '2023-07-10', 'email', 'digest', 1, 'gdflow@entidad.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] Vence hoy: faltan 6 reportes del trimestre 2 · 1 actividad vencida', '<gd.27dd99528f69a704c325b985e05f5d95@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d3542476f626965726e6f5f4469676974616c3d35445f56656e63655f686f793d33415f66616c74616e5f365f7265706f727465735f643f3d0d0a203d3f7574662d383f713f656c5f7472696d65737472655f325f3d43323d42375f315f6163746976696461645f76656e636964613f3d0d0a446174653a204d6f6e2c203130204a756c203230', 'sent', 1, '2023-07-10 13:00:00+00', NULL, NULL, '250', '2023-07-10_gobiernodigital@cartagena.example_2521c766.eml', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', NULL, 1);
INSERT INTO public.notice VALUES (2, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-10|email|digest', '2023-07-10', 'email', 'digest', 3, 'gdflow@entidad.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Vence hoy: faltan 2 reportes del trimestre 2', '<gd.5599e83c9f2f78a6cf946caaec9db05c@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f56656e63655f686f793d33415f66616c74616e5f325f7265706f3f3d0d0a203d3f7574662d383f713f727465735f64656c5f7472696d65737472655f323f3d0d0a446174653a204d6f6e2c203130204a756c20323032332030383a30303a3030202d303530300d0a4d65', 'sent', 1, '2023-07-10 13:00:00+00', NULL, NULL, '250', '2023-07-10_usoyapropiacion@cartagena.example_bf80cb02.eml', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', NULL, 1);
INSERT INTO public.notice VALUES (3, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-11|email|receipt:R-ZBXR-72QN-46TR', '2023-07-11', 'email', 'receipt', 3, 'gdflow@entidad.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Recibido: actividad 11 · logrado: 2', '<gd.73d1bcf1127b7ce7cfff4e3b0a4b75cb@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f526563696269646f3d33415f6163746976696461645f31315f3f3d0d0a203d3f7574662d383f713f3d43323d42375f6c6f677261646f3d33415f323f3d0d0a446174653a205475652c203131204a756c20323032332031303a30303a3030202d303530300d0a4d657373', 'queued', 0, '2023-07-11 15:00:00+00', NULL, NULL, NULL, NULL, '2023-07-11 15:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (4, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-11|email|receipt:R-ILCU-FRSA-FVOZ', '2023-07-11', 'email', 'receipt', 1, 'gdflow@entidad.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] No se pudo recibir su reporte', '<gd.c46caa58e33be3a19ae39c470b564dd5@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a205b476f626965726e6f204469676974616c5d204e6f207365207075646f2072656369626972207375207265706f7274650d0a446174653a205475652c203131204a756c20323032332031303a30303a3030202d303530300d0a4d6573736167652d49443a203c67642e633436636161353865333362653361313961653339633437306235363464643540656e7469646164', 'queued', 0, '2023-07-11 15:00:00+00', NULL, NULL, NULL, NULL, '2023-07-11 15:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (5, 1, 'webhook|1|1|13', '2023-07-18', 'webhook:1', 'webhook', NULL, '', 'tablero.cartagena.example', 'period.closed', 'msg_ca1ee439dc1b908a8ab158e2b8c14d1d', '\x7b226964223a226d73675f6361316565343339646331623930386138616231353865326238633134643164222c226576656e74223a22706572696f642e636c6f736564222c226f636375727265645f6174223a22323032332d30372d31385431333a30303a30302b30303a3030222c22656e74697479223a22636172746167656e61222c2264617461223a7b22706c616e223a22636172746167656e615f32303233222c22706572696f64223a22323032332d5131222c22636c6f73696e67223a312c22736861323536223a2238343131313337623463303561643937333938303031333832613761653433636539363732663966343964363730643039393539373262356362613533386661227d7d', 'queued', 0, '2023-07-18 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-18 13:00:00+00', NULL, NULL, 1);
INSERT INTO public.notice VALUES (6, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-18|email|closing:c46d254d2cd41d664fd8b935dd11e6e2', '2023-07-18', 'email', 'closing', 1, 'gdflow@entidad.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] Cierre del trimestre 1: 10 de 10 reportes', '<gd.f7d4fea5e3bdde87048db96f9ca86dc6@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a205b476f626965726e6f204469676974616c5d204369657272652064656c207472696d657374726520313a203130206465203130207265706f727465730d0a446174653a205475652c203138204a756c20323032332030383a30303a3030202d303530300d0a4d6573736167652d49443a203c67642e66376434666561356533626464653837303438646239366639636138', 'queued', 0, '2023-07-18 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-18 13:00:00+00', NULL, NULL, 1);
INSERT INTO public.notice VALUES (7, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-18|email|closing:20fa7d4d584fca08f2b956ba87e02d28', '2023-07-18', 'email', 'closing', 3, 'gdflow@entidad.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Cierre del trimestre 1: 2 de 2 reportes', '<gd.b930746006bfd91963201fbf57bbedc9@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f4369657272655f64656c5f7472696d65737472655f313d33415f3f3d0d0a203d3f7574662d383f713f325f64655f325f7265706f727465733f3d0d0a446174653a205475652c203138204a756c20323032332030383a30303a3030202d303530300d0a4d657373616765', 'queued', 0, '2023-07-18 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-18 13:00:00+00', NULL, NULL, 1);

INSERT INTO public.notice_reminder VALUES (1, 1, 1, 1);
INSERT INTO public.notice_reminder VALUES (2, 1, 1, 2);
INSERT INTO public.notice_reminder VALUES (3, 1, 1, 3);
INSERT INTO public.notice_reminder VALUES (4, 1, 1, 4);
INSERT INTO public.notice_reminder VALUES (5, 1, 1, 5);
INSERT INTO public.notice_reminder VALUES (6, 1, 1, 6);
INSERT INTO public.notice_reminder VALUES (7, 1, 1, 7);
INSERT INTO public.notice_reminder VALUES (8, 1, 2, 8);
INSERT INTO public.notice_reminder VALUES (9, 1, 2, 9);

INSERT INTO public.obligation VALUES (1, 1, 1, 1, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (2, 1, 1, 2, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (3, 1, 1, 2, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (4, 1, 1, 2, 1, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (5, 1, 1, 3, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (6, 1, 1, 3, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (7, 1, 1, 3, 1, 'deadline', '', '2023-07-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (8, 1, 1, 4, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (9, 1, 1, 4, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (10, 1, 1, 4, 1, 'deadline', '', '2023-07-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (11, 1, 1, 5, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (12, 1, 1, 6, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (13, 1, 1, 7, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (14, 1, 1, 8, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (16, 1, 1, 8, 1, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (17, 1, 1, 9, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (18, 1, 1, 9, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (19, 1, 1, 9, 1, 'deadline', '', '2023-04-30', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (20, 1, 1, 10, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (21, 1, 1, 10, 1, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (22, 1, 1, 11, 3, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (25, 1, 1, 12, 3, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (26, 1, 1, 12, 3, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (27, 1, 1, 12, 3, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (31, 1, 1, 2, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (35, 1, 1, 3, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (39, 1, 1, 4, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (46, 1, 1, 8, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (50, 1, 1, 9, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'carried_overdue', 'owed', NULL);
INSERT INTO public.obligation VALUES (53, 1, 1, 10, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (61, 1, 1, 12, 3, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (23, 1, 1, 11, 3, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'met', '2023-07-11');
INSERT INTO public.obligation VALUES (24, 1, 1, 11, 3, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'complete', '2023-07-11');
INSERT INTO public.obligation VALUES (57, 1, 1, 11, 3, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'complete', '2023-07-11');
INSERT INTO public.obligation VALUES (15, 1, 1, 8, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'met', '2023-07-12');

INSERT INTO public.one_time_key VALUES (1, 1, 'password', 1, 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '"{}"', '2023-07-19 15:00:00+00', '2023-07-20 00:00:00+00');

INSERT INTO public.period VALUES (1, 1, 1, '2023-Q1', 'quarter', '2023-01-01', '2023-03-31', '2023-04-11', '2023-04-18', '2023-04-10 13:00:00+00');
INSERT INTO public.period VALUES (2, 1, 1, '2023-Q2', 'quarter', '2023-04-01', '2023-06-30', '2023-07-10', '2023-07-17', '2023-04-10 13:00:00+00');
INSERT INTO public.period VALUES (3, 1, 1, '2023-Q3', 'quarter', '2023-07-01', '2023-09-30', '2023-10-06', '2023-10-13', '2023-07-10 13:00:00+00');

INSERT INTO public.plan VALUES (1, 1, 'cartagena_2023', 'PLAN DE ACCIÓN POLÍTICA DE GESTIÓN Y DESEMPEÑO', 'action_plan', 'quarter', 2023, 'PLAN DE ACCION', 'cartagena_2023.xlsx', 'bf7e22caa64e047c35bde5b35af74f825a34becb32cbcd13efb17a1792c84221', 7, '[[0,"ITEM","item",null],[1,"DESCRIPCION DE LOS CRITERIOS DIFERENCIALES QUE LE APLICAN","path",null],[2,"CICLO DE PROCESO P: Planear H: Hacer V: Verificar A: Actuar","stage",null],[3,"ACTIVIDAD","activity",null],[4,"PRODUCTO","deliverable",null],[5,"DESCRIPCIÓN DEL INDICADOR","indicator",null],[6,"DESCRIPCION DE LA META","target_text",null],[7,"FECHA INICIO","start",null],[8,"FECHA FINAL","due",null],[9,"RESPONSABLE","responsible",null],[10,"META DEL INDICADOR","target",null],[11,"2023 RESULTADO TRIMESTRE 1","result","2023-Q1"],[12,"2023 RESULTADO TRIMESTRE 2","result","2023-Q2"],[13,"2023 RESULTADO TRIMESTRE 3","result","2023-Q3"],[14,"2023 RESULTADO TRIMESTRE 4","result","2023-Q4"],[15,"RESULTADO","printed_result",null],[16,"OBSERVACIONES","observations",null]]', 1, '2023-04-10 13:00:00+00', 'none');

INSERT INTO public.read_token VALUES (1, 1, 'Tablero', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL, NULL, NULL);

INSERT INTO public.receipt VALUES (1, 1, 'R-ZBXR-72QN-46TR', 3, '2023-Q2', 'e96f5e4760d0a273916f3c119bcce24a99ac8eea2545a4bb7d4d0f23560644be', 'formulario.xlsx', 9069, '2023-07-11 15:00:00+00', 'read', NULL, NULL, 'command', NULL, 0, NULL);
INSERT INTO public.receipt VALUES (2, 1, 'R-ILCU-FRSA-FVOZ', 1, '2023-Q2', 'da26d3d4877f51acc59e570801ecf60a2ea540f1c509acff695a7c644eb99a8c', 'formulario.xlsx', 10382, '2023-07-11 15:00:00+00', 'read', NULL, NULL, 'command', NULL, 0, NULL);
INSERT INTO public.receipt VALUES (3, 1, 'R-HTJM-HYH5-XPRX', 1, '2023-Q2', '7cece7ecfe289d81b03847f03ae4781e5d63d9e57d6fb1b92fd621cc0fad061e', 'respuesta en la página', 111, '2023-07-12 13:00:00+00', 'read', NULL, NULL, 'page', 'enlace', 0, NULL);

INSERT INTO public.reminder VALUES (1, 1, 19, '2023-04-30', '+46', 'team', 'overdue', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (2, 1, 3, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (3, 1, 6, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (4, 1, 9, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (5, 1, 15, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (6, 1, 18, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (7, 1, 20, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (8, 1, 23, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 3);
INSERT INTO public.reminder VALUES (9, 1, 26, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 3);

INSERT INTO public.reopening VALUES (1, 1, 1, '2023-Q1', 1, 'all', NULL, NULL, 'Coordinación', 'Un error', '2023-07-19 15:00:00+00', '2023-07-21', NULL, NULL);

INSERT INTO public.report VALUES (1, 1, 1, 'minutes', 'application/pdf', '5cb8b80b1b8107e54c61d4e905801f1f3b6975de74ad88e221836ace38e3b4ed', 44872, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (2, 1, 1, 'report', 'application/pdf', 'c0dbca0f6db95e0c9917cfa27d443f1ee9b1114b911c071d1781cb5bcc66e2bc', 110907, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (3, 1, 1, 'workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'db318cbf1eed0bf2ea1a136ebf25471733efbc4cd1f0305cd9d97e92e461b55d', 30512, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (4, 1, 1, 'official', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '2f5a25eb01f9dac9e8b3d1f9d1b4757b41386812dd03f793eeec084f57362007', 9279, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (5, 1, 1, 'word', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', '0f6efb4a7a3d87ee3ab669768cb2bf76d57d7b66a4611c80566e47674ce7aff1', 145833, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (6, 1, 1, 'page', 'text/html', 'd08edc9a978d3347228724737107d1585a1e6c0f83d4ec9d69a7da23c1e0e56f', 56307, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (7, 1, 1, 'data', 'application/zip', '6ebe1e3b6e1882f7afd2dd9cdc4fa6dbd9c881e8aa38909255c39cb00573c06f', 15291, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (8, 1, 1, 'snapshot', 'application/json', '8411137b4c05ad97398001382a7ae43ce9672f9f49d670d0995972b5cba538fa', 60991, '2023-07-18 13:00:00+00', NULL);

INSERT INTO public.result VALUES (1, 1, 1, 1, '2023-Q1', 1000000, 'Para el primer trimestre se adjunta la hoja de ruta que contiene todos los elementos que se esperan construir en el marco de la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (2, 1, 1, 2, '2023-Q1', 1000000, 'Para primer trimestre se presenta un grafico estadístico que mide el avance por cada uno de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (3, 1, 1, 3, '2023-Q1', 7000000, 'Para el primer trimestre se presenta el cronograma anual de actividades de sensibilización de la política de gobierno digital (Anexo 02 Sensibilización Gobierno Digital: cronograma de reuniones).', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (4, 1, 1, 4, '2023-Q1', 2000000, 'Para primer trimestre se adjunta una carpeta con las evidencias de las actas de reunion realizadas con la mesa de transformación digital (Anexo 02 Sensibilización Gobierno Digital: actas de reunión)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (5, 1, 1, 5, '2023-Q1', 1000000, 'Para primer trimestre se presenta un grafico estadístico que mide el punto de partida de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital. Este informe estadístico presenta una línea base del 28,72%. Es decir, este es el punto de partida para 2023 (Anexo 03 Informe de línea base de Gobierno Digital para 2023)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (6, 1, 1, 6, '2023-Q1', 1000000, 'Para primer trimestre se crea el sitio donde se almacenan los productos de la política de gobierno digital (Anexo 04 Repositorio de los productos de Gobierno Digital)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (7, 1, 1, 7, '2023-Q1', 1000000, 'Para primer trimestre se presenta el cronograma de las actividades a realizar en el marco de la arquitectura empresarial del distrito (Anexo 05 Ejercicios de arquitectura empresarial)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (8, 1, 1, 8, '2023-Q1', 300000, 'Para primer trimestre se presenta un gráfico estadístico que se actualiza mensualmente desde el mes de febrero, que mide el nivel de avance de cada uno de los dominios de la arquitectura empresarial (Anexo 05 Ejercicios de arquitectura empresarial)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (9, 1, 1, 9, '2023-Q1', 0, 'Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)', 'Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)', 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (10, 1, 1, 10, '2023-Q1', 0, 'Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)', 'Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)', 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (11, 1, 1, 11, '2023-Q1', 200000, 'Para primer trimestre se presenta el documento inicial sobre la estrategia de uso y apropiación del distrito (08 Cultura y Apropiación Gobierno Digital)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (12, 1, 1, 12, '2023-Q1', 0, 'Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito', 'Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito', 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (13, 1, 1, 11, '2023-Q2', 2000000, 'Se avanzó.', NULL, 'form', '2023-07-11 15:00:00+00', 'R-ZBXR-72QN-46TR', true, NULL);
INSERT INTO public.result VALUES (14, 1, 1, 8, '2023-Q2', 1000000, 'Se avanzó.', NULL, 'form', '2023-07-12 13:00:00+00', 'R-HTJM-HYH5-XPRX', true, NULL);

INSERT INTO public.review VALUES (1, 1, 1, 'accepted', NULL, 'Coordinación', '2023-07-19 15:00:00+00');

INSERT INTO public.team VALUES (1, 1, 'Equipo Gobierno Digital', 'equipo gobierno digital');
INSERT INTO public.team VALUES (2, 1, 'áreas de gestión OAI', 'areas de gestion oai');
INSERT INTO public.team VALUES (3, 1, 'Equipo de Uso y Apropiación', 'equipo de uso y apropiacion');

INSERT INTO public.team_link VALUES (1, 1, 1, '2023-Q2', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', '2023-08-20 00:00:00+00', NULL, NULL);

INSERT INTO public.transport VALUES (1, 1, 'email', 0, NULL, NULL, NULL);

INSERT INTO public.web_session VALUES (1, 1, 1, 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', '2023-07-19 15:00:00+00', '2023-07-26 00:00:00+00', '127.0.0.1', 'Firefox', NULL, NULL);

INSERT INTO public.webhook VALUES (1, 1, 'https://tablero.cartagena.example/gdflow', '["period.closed"]', 'whsec_aa9Au+91W+uN48AYqdlwTmyeEt5009Iic7Iudf7bdrk=', NULL, NULL, '2023-07-03 13:00:00+00', 'Coordinación', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.webhook VALUES (2, 1, 'https://archivo.cartagena.example/gdflow', '["period.closed"]', 'whsec_ZyhRV1GrDAGWA0s07pbPap6ZQdn04OU0lnorfT0UVLc=', NULL, NULL, '2023-07-03 13:00:00+00', 'Coordinación', '2023-07-03 13:00:00+00', 'Coordinación', NULL, NULL, NULL);

SELECT pg_catalog.setval('public.account_id_seq', 1, true);

SELECT pg_catalog.setval('public.address_mark_id_seq', 1, true);

SELECT pg_catalog.setval('public.amendment_id_seq', 1, true);

SELECT pg_catalog.setval('public.annex_id_seq', 1, true);

SELECT pg_catalog.setval('public.assignment_id_seq', 22, true);

SELECT pg_catalog.setval('public.attempt_id_seq', 2, true);

SELECT pg_catalog.setval('public.calendar_feed_id_seq', 1, true);

SELECT pg_catalog.setval('public.closing_id_seq', 1, true);

SELECT pg_catalog.setval('public.contact_id_seq', 4, true);

SELECT pg_catalog.setval('public.correspondence_id_seq', 4, true);

SELECT pg_catalog.setval('public.decision_id_seq', 1, true);

SELECT pg_catalog.setval('public.entity_id_seq', 1, true);

SELECT pg_catalog.setval('public.event_id_seq', 22, true);

SELECT pg_catalog.setval('public.evidence_id_seq', 1, true);

SELECT pg_catalog.setval('public.form_issue_id_seq', 4, true);

SELECT pg_catalog.setval('public.import_draft_id_seq', 1, true);

SELECT pg_catalog.setval('public.import_issue_id_seq', 14, true);

SELECT pg_catalog.setval('public.inbound_mail_id_seq', 1, true);

SELECT pg_catalog.setval('public.job_id_seq', 1, true);

SELECT pg_catalog.setval('public.last_run_id_seq', 1, true);

SELECT pg_catalog.setval('public.line_id_seq', 12, true);

SELECT pg_catalog.setval('public.node_id_seq', 8, true);

SELECT pg_catalog.setval('public.notice_id_seq', 7, true);

SELECT pg_catalog.setval('public.notice_reminder_id_seq', 9, true);

SELECT pg_catalog.setval('public.obligation_id_seq', 161, true);

SELECT pg_catalog.setval('public.one_time_key_id_seq', 1, true);

SELECT pg_catalog.setval('public.period_id_seq', 3, true);

SELECT pg_catalog.setval('public.plan_id_seq', 1, true);

SELECT pg_catalog.setval('public.read_token_id_seq', 1, true);

SELECT pg_catalog.setval('public.receipt_id_seq', 3, true);

SELECT pg_catalog.setval('public.reminder_id_seq', 9, true);

SELECT pg_catalog.setval('public.reopening_id_seq', 1, true);

SELECT pg_catalog.setval('public.report_id_seq', 8, true);

SELECT pg_catalog.setval('public.result_id_seq', 14, true);

SELECT pg_catalog.setval('public.review_id_seq', 1, true);

SELECT pg_catalog.setval('public.team_id_seq', 3, true);

SELECT pg_catalog.setval('public.team_link_id_seq', 1, true);

SELECT pg_catalog.setval('public.transport_id_seq', 1, true);

SELECT pg_catalog.setval('public.web_session_id_seq', 1, true);

SELECT pg_catalog.setval('public.webhook_id_seq', 2, true);

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT pk_account PRIMARY KEY (id);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT pk_address_mark PRIMARY KEY (id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT pk_amendment PRIMARY KEY (id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT pk_annex PRIMARY KEY (id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT pk_assignment PRIMARY KEY (id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT pk_attempt PRIMARY KEY (id);

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT pk_calendar_feed PRIMARY KEY (id);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT pk_closing PRIMARY KEY (id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT pk_contact PRIMARY KEY (id);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT pk_correspondence PRIMARY KEY (id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT pk_decision PRIMARY KEY (id);

ALTER TABLE ONLY public.entity
    ADD CONSTRAINT pk_entity PRIMARY KEY (id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT pk_event PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT pk_evidence PRIMARY KEY (id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT pk_form_issue PRIMARY KEY (id);

ALTER TABLE ONLY public.import_draft
    ADD CONSTRAINT pk_import_draft PRIMARY KEY (id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT pk_import_issue PRIMARY KEY (id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT pk_inbound_mail PRIMARY KEY (id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT pk_job PRIMARY KEY (id);

ALTER TABLE ONLY public.last_run
    ADD CONSTRAINT pk_last_run PRIMARY KEY (id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT pk_line PRIMARY KEY (id);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT pk_node PRIMARY KEY (id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT pk_notice_reminder PRIMARY KEY (id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT pk_obligation PRIMARY KEY (id);

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT pk_one_time_key PRIMARY KEY (id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT pk_period PRIMARY KEY (id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT pk_plan PRIMARY KEY (id);

ALTER TABLE ONLY public.read_token
    ADD CONSTRAINT pk_read_token PRIMARY KEY (id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT pk_receipt PRIMARY KEY (id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT pk_reminder PRIMARY KEY (id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT pk_reopening PRIMARY KEY (id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT pk_report PRIMARY KEY (id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT pk_result PRIMARY KEY (id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT pk_review PRIMARY KEY (id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT pk_team PRIMARY KEY (id);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT pk_team_link PRIMARY KEY (id);

ALTER TABLE ONLY public.transport
    ADD CONSTRAINT pk_transport PRIMARY KEY (id);

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT pk_web_session PRIMARY KEY (id);

ALTER TABLE ONLY public.webhook
    ADD CONSTRAINT pk_webhook PRIMARY KEY (id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT uq_account_entity_id_email UNIQUE (entity_id, email);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT uq_account_entity_id_subject UNIQUE (entity_id, subject);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT uq_address_mark_entity_id_address UNIQUE (entity_id, address);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT uq_annex_plan_id_period_number UNIQUE (plan_id, period, number);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT uq_assignment_line_id_position UNIQUE (line_id, "position");

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT uq_calendar_feed_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT uq_closing_plan_id_period_number UNIQUE (plan_id, period, number);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT uq_contact_team_id_email UNIQUE (team_id, email);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT uq_correspondence_entity_id_team_id_period UNIQUE (entity_id, team_id, period);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT uq_correspondence_reference UNIQUE (reference);

ALTER TABLE ONLY public.entity
    ADD CONSTRAINT uq_entity_code UNIQUE (code);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_entity_id_sequence UNIQUE (entity_id, sequence);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT uq_evidence_result_id UNIQUE (result_id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT uq_form_issue_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT uq_import_issue_plan_id_revision_position UNIQUE (plan_id, revision, "position");

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT uq_inbound_mail_entity_id_message_id UNIQUE (entity_id, message_id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT uq_job_entity_id_key UNIQUE (entity_id, key);

ALTER TABLE ONLY public.last_run
    ADD CONSTRAINT uq_last_run_entity_id_work UNIQUE (entity_id, work);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT uq_line_uid UNIQUE (uid);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT uq_node_plan_id_position UNIQUE (plan_id, "position");

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT uq_notice_entity_id_key UNIQUE (entity_id, key);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT uq_notice_message_id UNIQUE (message_id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT uq_notice_reminder_reminder_id_notice_id UNIQUE (reminder_id, notice_id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT uq_obligation_line_id_kind_period UNIQUE (line_id, kind, period);

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT uq_one_time_key_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT uq_period_plan_id_key UNIQUE (plan_id, key);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT uq_plan_entity_id_code UNIQUE (entity_id, code);

ALTER TABLE ONLY public.read_token
    ADD CONSTRAINT uq_read_token_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT uq_receipt_entity_id_number UNIQUE (entity_id, number);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT uq_receipt_entity_id_team_id_period_sha256 UNIQUE NULLS NOT DISTINCT (entity_id, team_id, period, sha256);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT uq_reminder_obligation_id_due_on_step_audience_team_id UNIQUE (obligation_id, due_on, step, audience, team_id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT uq_report_closing_id_name UNIQUE (closing_id, name);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT uq_team_entity_id_folded UNIQUE (entity_id, folded);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT uq_team_link_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.transport
    ADD CONSTRAINT uq_transport_entity_id_channel UNIQUE (entity_id, channel);

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT uq_web_session_token_sha256 UNIQUE (token_sha256);

CREATE INDEX ix_amendment_line_id ON public.amendment USING btree (line_id);

CREATE INDEX ix_amendment_to_come ON public.amendment USING btree (entity_id, effective_on) WHERE ((applied_at IS NULL) AND (undone_at IS NULL));

CREATE INDEX ix_annex_line_id ON public.annex USING btree (line_id, period);

CREATE INDEX ix_annex_sha256 ON public.annex USING btree (sha256);

CREATE INDEX ix_assignment_plan_id ON public.assignment USING btree (plan_id);

CREATE INDEX ix_attempt_entity_id_channel ON public.attempt USING btree (entity_id, channel, started_at);

CREATE INDEX ix_attempt_notice_id ON public.attempt USING btree (notice_id);

CREATE INDEX ix_closing_entity_id_closed_at ON public.closing USING btree (entity_id, closed_at);

CREATE INDEX ix_decision_entity_id_kind ON public.decision USING btree (entity_id, kind);

CREATE INDEX ix_decision_line_id ON public.decision USING btree (line_id);

CREATE INDEX ix_event_entity_id_subject ON public.event USING btree (entity_id, subject);

CREATE INDEX ix_import_draft_waiting ON public.import_draft USING btree (entity_id, id) WHERE (ended_at IS NULL);

CREATE INDEX ix_inbound_mail_entity_id_state ON public.inbound_mail USING btree (entity_id, state);

CREATE INDEX ix_job_open ON public.job USING btree (entity_id, id) WHERE (ended_at IS NULL);

CREATE INDEX ix_line_plan_id_position ON public.line USING btree (plan_id, "position");

CREATE INDEX ix_notice_entity_id_day ON public.notice USING btree (entity_id, day);

CREATE INDEX ix_notice_leased ON public.notice USING btree (lease_until) WHERE ((state)::text = 'sending'::text);

CREATE INDEX ix_notice_reminder_notice_id ON public.notice_reminder USING btree (notice_id);

CREATE INDEX ix_notice_sendable ON public.notice USING btree (entity_id, channel, priority, not_before, id) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'retry'::character varying])::text[]));

CREATE INDEX ix_notice_troubled ON public.notice USING btree (entity_id, state) WHERE ((state)::text = ANY ((ARRAY['refused'::character varying, 'in_doubt'::character varying])::text[]));

CREATE INDEX ix_obligation_open ON public.obligation USING btree (entity_id, kind, due_on, closes_on, line_id, team_id, done_on) WHERE (done_on IS NULL);

CREATE INDEX ix_obligation_plan_id_period ON public.obligation USING btree (plan_id, period);

CREATE INDEX ix_one_time_key_account_id ON public.one_time_key USING btree (account_id);

CREATE INDEX ix_receipt_unread ON public.receipt USING btree (entity_id, id) WHERE ((state)::text = 'received'::text);

CREATE INDEX ix_reminder_waiting ON public.reminder USING btree (entity_id) WHERE waiting;

CREATE INDEX ix_reopening_open ON public.reopening USING btree (entity_id, until) WHERE (ended_at IS NULL);

CREATE INDEX ix_reopening_plan_id_period ON public.reopening USING btree (plan_id, period);

CREATE UNIQUE INDEX ix_result_in_force ON public.result USING btree (plan_id, line_id, period) WHERE in_force;

CREATE INDEX ix_result_line_id ON public.result USING btree (line_id);

CREATE INDEX ix_review_result_id ON public.review USING btree (result_id);

CREATE INDEX ix_team_link_team_id ON public.team_link USING btree (team_id, period);

CREATE INDEX ix_web_session_account_id ON public.web_session USING btree (account_id);

CREATE UNIQUE INDEX ix_webhook_live ON public.webhook USING btree (entity_id, url) WHERE (removed_at IS NULL);

CREATE TRIGGER closing_kept BEFORE DELETE OR UPDATE ON public.closing FOR EACH ROW EXECUTE FUNCTION public.refuse_closing_change();

CREATE TRIGGER event_kept BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION public.refuse_event_change();

ALTER TABLE ONLY public.account
    ADD CONSTRAINT fk_account_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT fk_address_mark_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT fk_amendment_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT fk_amendment_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT fk_amendment_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT fk_annex_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT fk_annex_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT fk_annex_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT fk_attempt_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT fk_attempt_notice_id_notice FOREIGN KEY (notice_id) REFERENCES public.notice(id);

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT fk_calendar_feed_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT fk_calendar_feed_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT fk_closing_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT fk_closing_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT fk_correspondence_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_to_team_id_team FOREIGN KEY (to_team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_result_id_result FOREIGN KEY (result_id) REFERENCES public.result(id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT fk_form_issue_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT fk_form_issue_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.import_draft
    ADD CONSTRAINT fk_import_draft_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT fk_import_issue_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT fk_import_issue_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT fk_inbound_mail_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT fk_inbound_mail_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT fk_job_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.last_run
    ADD CONSTRAINT fk_last_run_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT fk_line_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT fk_line_plan_id_node_node FOREIGN KEY (plan_id, node) REFERENCES public.node(plan_id, "position");

ALTER TABLE ONLY public.line
    ADD CONSTRAINT fk_line_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT fk_node_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT fk_node_plan_id_parent_node FOREIGN KEY (plan_id, parent) REFERENCES public.node(plan_id, "position");

ALTER TABLE ONLY public.node
    ADD CONSTRAINT fk_node_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT fk_notice_reminder_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT fk_notice_reminder_notice_id_notice FOREIGN KEY (notice_id) REFERENCES public.notice(id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT fk_notice_reminder_reminder_id_reminder FOREIGN KEY (reminder_id) REFERENCES public.reminder(id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT fk_one_time_key_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT fk_one_time_key_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT fk_period_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT fk_period_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT fk_plan_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.read_token
    ADD CONSTRAINT fk_read_token_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT fk_receipt_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT fk_receipt_inbound_id_inbound_mail FOREIGN KEY (inbound_id) REFERENCES public.inbound_mail(id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT fk_receipt_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT fk_reminder_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT fk_reminder_obligation_id_obligation FOREIGN KEY (obligation_id) REFERENCES public.obligation(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_closing_id_closing FOREIGN KEY (closing_id) REFERENCES public.closing(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_closing_id_closing FOREIGN KEY (closing_id) REFERENCES public.closing(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_entity_id_receipt_receipt FOREIGN KEY (entity_id, receipt) REFERENCES public.receipt(entity_id, number);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_supersedes_result FOREIGN KEY (supersedes) REFERENCES public.result(id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_result_id_result FOREIGN KEY (result_id) REFERENCES public.result(id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT fk_team_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT fk_team_link_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT fk_team_link_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.transport
    ADD CONSTRAINT fk_transport_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.webhook
    ADD CONSTRAINT fk_webhook_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

